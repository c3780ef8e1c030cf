// Makes zip archives for tests, with what Node has.
import { crc32, deflateRawSync } from "node:zlib";

/** An archive of files by name. */
export function zip(files) {
  const bodies = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const [title, data] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(26);
    // Version 2.0, names in UTF-8, deflate, no time.
    [[0, 20], [2, 0x800], [4, 8], [6, 0], [8, 33]].forEach(([offset, value]) => head.writeUInt16LE(value, offset));
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(title.length, 22);
    bodies.push(Buffer.from("PK\x03\x04", "latin1"), head, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, tail, title);
    at += 30 + title.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listing, end]);
}
