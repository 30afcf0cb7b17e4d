/*
 * Raw deflate (RFC 1951), so that the page needs no decompression from the browser:
 * one way for all of them, at once, also for files opened from a disk.
 */
const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/* A Huffman code as a table of 2^15 entries: symbol * 16 + number of bits. */
function huffman(lengths) {
  const counts = new Uint16Array(16);
  for (const n of lengths) counts[n]++;
  counts[0] = 0;
  const next = new Uint16Array(17);
  for (let n = 1; n <= 15; n++) next[n + 1] = (next[n] + counts[n]) << 1;
  const table = new Uint16Array(1 << 15);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const n = lengths[symbol];
    if (!n) continue;
    let code = next[n]++;
    let reversed = 0;
    for (let i = 0; i < n; i++) {
      reversed = (reversed << 1) | (code & 1);
      code >>= 1;
    }
    for (let i = reversed; i < table.length; i += 1 << n) table[i] = symbol * 16 + n;
  }
  return table;
}

function fixedCodes() {
  const literals = new Uint8Array(288).fill(8);
  literals.fill(9, 144, 256).fill(7, 256, 280);
  return [huffman(literals), huffman(new Uint8Array(30).fill(5))];
}

class BitReader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.hold = 0;
    this.held = 0;
  }

  bits(n) {
    while (this.held < n) {
      this.hold |= (this.bytes[this.at++] || 0) << this.held;
      this.held += 8;
    }
    const value = this.hold & ((1 << n) - 1);
    this.hold >>>= n;
    this.held -= n;
    return value;
  }

  symbol(table) {
    while (this.held < 15) {
      this.hold |= (this.bytes[this.at++] || 0) << this.held;
      this.held += 8;
    }
    const entry = table[this.hold & 0x7fff];
    this.hold >>>= entry & 15;
    this.held -= entry & 15;
    return entry >> 4;
  }

  /* Goes to the next whole byte; bytes read ahead are given back. */
  align() {
    this.at -= this.held >> 3;
    this.hold = 0;
    this.held = 0;
  }
}

function dynamicCodes(reader) {
  const literals = reader.bits(5) + 257;
  const distances = reader.bits(5) + 1;
  const codes = reader.bits(4) + 4;
  const codeLengths = new Uint8Array(19);
  for (let i = 0; i < codes; i++) codeLengths[CODE_ORDER[i]] = reader.bits(3);
  const table = huffman(codeLengths);
  const lengths = new Uint8Array(literals + distances);
  for (let i = 0; i < lengths.length; ) {
    const symbol = reader.symbol(table);
    if (symbol < 16) {
      lengths[i++] = symbol;
    } else {
      const value = symbol === 16 ? lengths[i - 1] : 0;
      const times = symbol === 16 ? 3 + reader.bits(2) : symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
      lengths.fill(value, i, i + times);
      i += times;
    }
  }
  return [huffman(lengths.subarray(0, literals)), huffman(lengths.subarray(literals))];
}

function inflateCoded(reader, codes, out, start) {
  let at = start;
  for (;;) {
    const symbol = reader.symbol(codes[0]);
    if (symbol === 256) return at;
    if (symbol < 256) {
      out[at++] = symbol;
      continue;
    }
    const length = LENGTH_BASE[symbol - 257] + reader.bits(LENGTH_EXTRA[symbol - 257]);
    const code = reader.symbol(codes[1]);
    const distance = DISTANCE_BASE[code] + reader.bits(DISTANCE_EXTRA[code]);
    for (let i = 0; i < length; i++, at++) out[at] = out[at - distance];
    if (at > out.length) throw new Error('damaged numbers');
  }
}

function inflateStored(reader, out, start) {
  reader.align();
  const length = reader.bytes[reader.at] | (reader.bytes[reader.at + 1] << 8);
  reader.at += 4;
  out.set(reader.bytes.subarray(reader.at, reader.at + length), start);
  reader.at += length;
  return start + length;
}

/* The plain bytes; their number is known. */
function inflate(bytes, size) {
  const out = new Uint8Array(size);
  const reader = new BitReader(bytes);
  let at = 0;
  for (let last = false; !last; ) {
    last = reader.bits(1) === 1;
    const kind = reader.bits(2);
    if (kind === 0) at = inflateStored(reader, out, at);
    else at = inflateCoded(reader, kind === 1 ? fixedCodes() : dynamicCodes(reader), out, at);
  }
  return out;
}
