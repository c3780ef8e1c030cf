// Bytes as text for juyao.html: 13 bits in every two characters, where base64 has 12. The characters are the 91
// printable ones of ASCII that need no care in a script or between quotation marks: all but blank, `"`, `<` and `\`.

const CHARS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((char) => !'"<\\'.includes(char));

/** Some bytes as text: how many there are in four characters, then the bytes. */
export function dense(bytes) {
  const group = (value) => CHARS[value % 91] + CHARS[Math.floor(value / 91)];
  const text = [group(bytes.length % 8192), group(Math.floor(bytes.length / 8192))];
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits >= 13) {
      text.push(group(held & 8191));
      held >>= 13;
      bits -= 13;
    }
  }
  return text.join("") + group(held);
}

/** The bytes again. Stands in the page as it is written here, so it uses nothing from outside. */
export function sparse(text) {
  const place = (at) => {
    const code = text.charCodeAt(at);
    return code - 33 - (code > 34) - (code > 60) - (code > 92);
  };
  const group = (at) => place(at) + 91 * place(at + 1);
  const bytes = new Uint8Array(group(0) + 8192 * group(2));
  let [held, bits, at] = [0, 0, 4];
  for (let byte = 0; byte < bytes.length; byte++) {
    if (bits < 8) {
      held |= group(at) << bits;
      bits += 13;
      at += 2;
    }
    bytes[byte] = held & 255;
    held >>= 8;
    bits -= 8;
  }
  return bytes;
}
