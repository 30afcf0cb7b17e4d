/* Where things lie on the screen, and the roads themselves. */

class Camera {
  constructor() {
    this.x = (bounds.west + bounds.east) / 2;
    this.y = (bounds.south + bounds.north) / 2;
    this.scale = 1;
    this.width = 1;
    this.height = 1;
  }

  resize(width, height) {
    const first = this.width === 1;
    this.width = width;
    this.height = height;
    if (first) this.fit();
  }

  /* Pixels per metre at which everything is seen. */
  fitScale() {
    const margin = 28;
    return Math.min(
      (this.width - 2 * margin) / Math.max(50, bounds.east - bounds.west),
      (this.height - 2 * margin) / Math.max(50, bounds.north - bounds.south));
  }

  fit() {
    this.x = (bounds.west + bounds.east) / 2;
    this.y = (bounds.south + bounds.north) / 2;
    this.scale = this.fitScale();
  }

  px(x) { return (x - this.x) * this.scale + this.width / 2; }
  py(y) { return (this.y - y) * this.scale + this.height / 2; }
  mx(px) { return (px - this.width / 2) / this.scale + this.x; }
  my(py) { return this.y - (py - this.height / 2) / this.scale; }

  zoom(factor, px = this.width / 2, py = this.height / 2) {
    const x = this.mx(px);
    const y = this.my(py);
    this.scale = Math.min(24, Math.max(this.fitScale() * 0.6, this.scale * factor));
    this.x = x - (px - this.width / 2) / this.scale;
    this.y = y + (py - this.height / 2) / this.scale;
  }

  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y += dy / this.scale;
  }

  show(x, y, scale) {
    this.x = x;
    this.y = y;
    this.scale = Math.max(this.scale, scale);
  }

  sees(x, y, margin = 40) {
    const px = this.px(x);
    const py = this.py(y);
    return px > -margin && py > -margin && px < this.width + margin && py < this.height + margin;
  }
}

/* Width of a link on the screen: true when close, a hint of its lanes from afar. */
function linkWidth(link, camera) {
  return Math.max(1.2 + 0.75 * link.laneCount, link.laneCount * content.network.laneWidth * camera.scale);
}

/* The link's line on the screen; directions of one road never cover each other. */
function linkLine(link, camera) {
  const width = linkWidth(link, camera);
  const twoWay = link.offset > 0.1;
  const right = twoWay ? Math.max(link.offset * camera.scale, width / 2 + 0.4) : 0;
  return {
    width,
    x1: camera.px(link.x1) + link.dy * right,
    y1: camera.py(link.y1) + link.dx * right,
    x2: camera.px(link.x2) + link.dy * right,
    y2: camera.py(link.y2) + link.dx * right,
  };
}

function distanceToLine(x, y, line) {
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  const t = Math.max(0, Math.min(1, ((x - line.x1) * dx + (y - line.y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - line.x1 - t * dx, y - line.y1 - t * dy);
}

/* The link under a point of the screen, or null. */
function linkAt(px, py, camera, reach = 9) {
  let best = null;
  let least = Infinity;
  for (const link of links) {
    const line = linkLine(link, camera);
    const off = distanceToLine(px, py, line) - line.width / 2;
    if (off < least) {
      least = off;
      best = link;
    }
  }
  return least <= reach ? best : null;
}

const connectorPoints = unpack(content.network.connectorPoints);
const connectorXy = unpack(content.network.connectors);
const elementLengths = unpack(content.network.elementLengths);
const connectorStart = new Int32Array(connectorPoints.length + 1);
connectorPoints.forEach((n, c) => { connectorStart[c + 1] = connectorStart[c] + n; });

/* Paths through the junctions, as road surface. */
function drawBoxes(ctx, camera, color) {
  ctx.strokeStyle = color;
  ctx.lineWidth = content.network.laneWidth * camera.scale;
  ctx.lineCap = 'butt';
  ctx.beginPath();
  for (let c = 0; c < connectorPoints.length; c++) {
    const start = connectorStart[c];
    if (!camera.sees(connectorXy[2 * start] / 100, connectorXy[2 * start + 1] / 100, 60)) continue;
    for (let k = start; k < connectorStart[c + 1]; k++) {
      const x = camera.px(connectorXy[2 * k] / 100);
      const y = camera.py(connectorXy[2 * k + 1] / 100);
      if (k === start) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
  }
  ctx.stroke();
}

function drawDividers(ctx, camera, color) {
  ctx.strokeStyle = color;
  ctx.lineWidth = Math.max(0.6, 0.15 * camera.scale);
  ctx.setLineDash([3 * camera.scale, 4 * camera.scale]);
  ctx.beginPath();
  const half = content.network.laneWidth / 2;
  for (const link of links) {
    for (let k = 0; k < link.laneCount - 1; k++) {
      const at = 4 * (link.firstLane + k);
      /* The left edge of the lane: y grows downwards on the screen. */
      ctx.moveTo(camera.px(laneXy[at] / 100 - link.dy * half), camera.py(laneXy[at + 1] / 100 + link.dx * half));
      ctx.lineTo(camera.px(laneXy[at + 2] / 100 - link.dy * half), camera.py(laneXy[at + 3] / 100 + link.dx * half));
    }
  }
  ctx.stroke();
  ctx.setLineDash([]);
}

/* All roads, each in the colour the caller gives it. */
function drawRoads(ctx, camera, colorOfLink) {
  const p = palette();
  const close = camera.scale > 0.8;
  if (close) drawBoxes(ctx, camera, p.surface);
  ctx.lineCap = close ? 'butt' : 'round';
  const lines = links.map((link) => linkLine(link, camera));
  links.forEach((link, i) => {
    const line = lines[i];
    if (Math.max(line.x1, line.x2) < -50 || Math.min(line.x1, line.x2) > camera.width + 50) return;
    if (Math.max(line.y1, line.y2) < -50 || Math.min(line.y1, line.y2) > camera.height + 50) return;
    ctx.strokeStyle = colorOfLink(link);
    ctx.lineWidth = line.width;
    ctx.beginPath();
    ctx.moveTo(line.x1, line.y1);
    ctx.lineTo(line.x2, line.y2);
    ctx.stroke();
  });
  if (camera.scale > 2.5) drawDividers(ctx, camera, p.divider);
}
