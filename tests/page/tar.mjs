// Makes archives as tar does, for tests.

/** An archive of files by name. */
export function tar(files) {
  const blocks = Object.entries(files).map(([name, content]) => {
    const [title, data] = [Buffer.from(name), Buffer.from(content)];
    const head = Buffer.alloc(512);
    title.copy(head);
    const octal = (value, at, length) => head.write(value.toString(8).padStart(length - 1, "0"), at, "latin1");
    octal(0o644, 100, 8);
    octal(data.length, 124, 12);
    octal(0, 136, 12);
    head.write("        0", 148, "latin1");
    head.write("ustar\x0000", 257, "latin1");
    octal(head.reduce((sum, byte) => sum + byte, 0), 148, 7);
    return Buffer.concat([head, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
