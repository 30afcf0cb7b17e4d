/* What the report shows, read from the page's data blocks. Metres, seconds, metres per second. */

const content = JSON.parse(document.getElementById('content').textContent);
const WORDS = JSON.parse(document.getElementById('words').textContent);

const BYTES_PER = { u8: 1, i32: 4, f32: 4 };

/* The numbers of one packed row as a typed array. */
function unpack(packed) {
  const text = atob(packed.bytes.replace(/-/g, '+').replace(/_/g, String.fromCharCode(47)));
  const deflated = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) deflated[i] = text.charCodeAt(i);
  const plain = inflate(deflated, packed.size * BYTES_PER[packed.type]);
  if (packed.type === 'i32') return new Int32Array(plain.buffer);
  if (packed.type === 'f32') return new Float32Array(plain.buffer);
  return plain;
}

/* Links with their geometry; dx, dy is the driving direction, offset where the lanes' middle lies right of the axis. */
function readLinks() {
  const xy = unpack(content.network.junctions);
  const lanes = unpack(content.network.lanes);
  const links = content.network.links.map(([id, name, firstLane, laneCount, length, freeSpeed, from, to], index) => {
    const link = { index, id, name, firstLane, laneCount, length, freeSpeed, from, to };
    const x1 = xy[2 * from] / 100;
    const y1 = xy[2 * from + 1] / 100;
    const x2 = xy[2 * to] / 100;
    const y2 = xy[2 * to + 1] / 100;
    const distance = Math.hypot(x2 - x1, y2 - y1) || 1;
    link.dx = (x2 - x1) / distance;
    link.dy = (y2 - y1) / distance;
    link.drawn = distance;
    let sx = 0, sy = 0, ex = 0, ey = 0;
    for (let k = 0; k < laneCount; k++) {
      const at = 4 * (firstLane + k);
      sx += lanes[at]; sy += lanes[at + 1]; ex += lanes[at + 2]; ey += lanes[at + 3];
    }
    const offset = ((sx / laneCount / 100 - x1) * link.dy - (sy / laneCount / 100 - y1) * link.dx);
    link.offset = offset;
    /* On the axis, between the two stop lines. */
    link.x1 = sx / laneCount / 100 - offset * link.dy;
    link.y1 = sy / laneCount / 100 + offset * link.dx;
    link.x2 = ex / laneCount / 100 - offset * link.dy;
    link.y2 = ey / laneCount / 100 + offset * link.dx;
    return link;
  });
  return { links, lanes, junctions: xy };
}

const { links, lanes: laneXy, junctions: junctionXy } = readLinks();
const laneCountOfAll = laneXy.length / 4;

function boundsOfNetwork() {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
  for (let i = 0; i < junctionXy.length; i += 2) {
    west = Math.min(west, junctionXy[i] / 100);
    east = Math.max(east, junctionXy[i] / 100);
    south = Math.min(south, junctionXy[i + 1] / 100);
    north = Math.max(north, junctionXy[i + 1] / 100);
  }
  return { west, south, east, north };
}

const bounds = boundsOfNetwork();
