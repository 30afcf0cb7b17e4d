/* A map one can move: mouse, two fingers, keyboard and buttons. Draws when asked to, never by itself. */

const ZOOM_STEP = 1.5;

class MapView {
  constructor(host, draw) {
    this.host = host;
    this.canvas = host.querySelector('canvas');
    this.tip = host.querySelector('.tip');
    this.draw = draw;
    this.camera = new Camera();
    this.pointers = new Map();
    this.moved = false;
    this.onHover = () => {};
    this.onTap = () => {};
    this.onMove = () => {};
    this.listen();
    new ResizeObserver(() => this.redraw()).observe(this.canvas);
  }

  listen() {
    const c = this.canvas;
    c.addEventListener('pointerdown', (e) => this.down(e));
    c.addEventListener('pointermove', (e) => this.move(e));
    c.addEventListener('pointerup', (e) => this.up(e));
    c.addEventListener('pointercancel', (e) => this.pointers.delete(e.pointerId));
    /* A finger leaves when it is lifted: what it tapped stays shown. */
    c.addEventListener('pointerleave', (e) => { if (e.pointerType === 'mouse') this.onHover(null); });
    /* One finger scrolls the page, two are for the map. */
    c.addEventListener('touchmove', (e) => { if (e.touches.length > 1) e.preventDefault(); }, { passive: false });
    c.addEventListener('wheel', (e) => this.wheel(e), { passive: false });
    c.addEventListener('dblclick', (e) => this.zoom(ZOOM_STEP, e.offsetX, e.offsetY));
    c.addEventListener('keydown', (e) => this.key(e));
    const buttons = { in: () => this.zoom(ZOOM_STEP), out: () => this.zoom(1 / ZOOM_STEP), fit: () => this.fit() };
    this.host.querySelectorAll('[data-zoom]').forEach((b) => b.addEventListener('click', buttons[b.dataset.zoom]));
  }

  at(e) {
    const box = this.canvas.getBoundingClientRect();
    return { x: e.clientX - box.left, y: e.clientY - box.top };
  }

  down(e) {
    this.pointers.set(e.pointerId, this.at(e));
    this.moved = false;
    if (e.pointerType === 'mouse') this.canvas.setPointerCapture(e.pointerId);
  }

  move(e) {
    const now = this.at(e);
    const before = this.pointers.get(e.pointerId);
    if (!before) {
      if (e.pointerType === 'mouse') this.onHover(now);
      return;
    }
    if (Math.hypot(now.x - before.x, now.y - before.y) < 3 && !this.moved) return;
    this.moved = true;
    if (this.pointers.size === 2) this.pinch(e.pointerId, before, now);
    else this.camera.pan(now.x - before.x, now.y - before.y);
    this.pointers.set(e.pointerId, now);
    this.onHover(null);
    this.onMove();
    this.redraw();
  }

  pinch(id, before, now) {
    const other = [...this.pointers].find(([key]) => key !== id)[1];
    const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    this.camera.zoom(factor, other.x, other.y);
    this.camera.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  }

  up(e) {
    const wasDown = this.pointers.delete(e.pointerId);
    if (wasDown && !this.moved) this.onTap(this.at(e));
  }

  /* The wheel scrolls the page, unless the map was chosen or Ctrl is held. */
  wheel(e) {
    if (!e.ctrlKey && document.activeElement !== this.canvas) return;
    e.preventDefault();
    const point = this.at(e);
    this.zoom(Math.exp(-e.deltaY * (e.deltaMode === 1 ? 0.05 : 0.0018)), point.x, point.y);
  }

  key(e) {
    const step = 60;
    const actions = {
      ArrowLeft: () => this.camera.pan(step, 0), ArrowRight: () => this.camera.pan(-step, 0),
      ArrowUp: () => this.camera.pan(0, step), ArrowDown: () => this.camera.pan(0, -step),
      '+': () => this.camera.zoom(ZOOM_STEP), '=': () => this.camera.zoom(ZOOM_STEP), '-': () => this.camera.zoom(1 / ZOOM_STEP),
      0: () => this.camera.fit(), Escape: () => this.canvas.blur(),
    };
    if (!actions[e.key] || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    actions[e.key]();
    this.onMove();
    this.redraw();
  }

  zoom(factor, px, py) {
    this.camera.zoom(factor, px, py);
    this.onHover(null);
    this.redraw();
  }

  fit() {
    this.camera.fit();
    this.onMove();
    this.redraw();
  }

  /* Shows a place close up. */
  show(x, y, scale) {
    this.camera.show(x, y, scale);
    this.redraw();
  }

  redraw() {
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (!width || !height) return;
    const ratio = window.devicePixelRatio || 1;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    this.camera.resize(width, height);
    const ctx = this.canvas.getContext('2d');
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.fillStyle = palette().ground;
    ctx.fillRect(0, 0, width, height);
    this.draw(ctx, this.camera);
    drawScaleBar(ctx, this.camera);
  }

  showTip(point, nodes) {
    if (!point) {
      this.tip.hidden = true;
      return;
    }
    this.tip.replaceChildren(...nodes);
    this.tip.hidden = false;
    const width = this.tip.offsetWidth;
    const height = this.tip.offsetHeight;
    const left = Math.min(Math.max(8, point.x + 14), this.canvas.clientWidth - width - 8);
    const top = point.y + 18 + height > this.canvas.clientHeight ? point.y - height - 12 : point.y + 18;
    this.tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(8, top))}px)`;
  }
}

function drawScaleBar(ctx, camera) {
  const p = palette();
  const wanted = 90 / camera.scale;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const metres = [5, 2, 1].map((m) => m * power).find((m) => m <= wanted);
  const width = metres * camera.scale;
  const y = camera.height - 14;
  const text = metres >= 1000 ? `${number(metres / 1000)} km` : `${number(metres)} m`;
  ctx.font = '12px system-ui, sans-serif';
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = p.halo;
  ctx.fillRect(8, y - 20, Math.max(width, ctx.measureText(text).width) + 12, 27);
  ctx.strokeStyle = p.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(14, y - 4);
  ctx.lineTo(14, y);
  ctx.lineTo(14 + width, y);
  ctx.lineTo(14 + width, y - 4);
  ctx.stroke();
  ctx.fillStyle = p.ink;
  ctx.fillText(text, 14, y - 4);
}

/* Street names where they fit, long streets first; a name is tested at five points along it. */
function drawStreetNames(ctx, camera) {
  const p = palette();
  const taken = [];
  ctx.font = '12px system-ui, sans-serif';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const street of streets()) {
    const link = street.links.filter((l) => camera.sees((l.x1 + l.x2) / 2, (l.y1 + l.y2) / 2, -20));
    if (!link.length) continue;
    const text = street.name;
    const width = ctx.measureText(text).width;
    const shown = link.reduce((sum, l) => sum + l.drawn, 0) * camera.scale * 0.5;
    if (shown < width * 1.1) continue;
    placeName(ctx, camera, link, { text, width, taken, halo: p.halo, ink: p.ink });
  }
}

function placeName(ctx, camera, candidates, label) {
  const cx = candidates.reduce((s, l) => s + l.x1 + l.x2, 0) / candidates.length / 2;
  const cy = candidates.reduce((s, l) => s + l.y1 + l.y2, 0) / candidates.length / 2;
  const far = (l) => Math.hypot((l.x1 + l.x2) / 2 - cx, (l.y1 + l.y2) / 2 - cy);
  const link = candidates.reduce((best, l) => (far(l) < far(best) ? l : best));
  const x = camera.px((link.x1 + link.x2) / 2);
  const y = camera.py((link.y1 + link.y2) / 2);
  let angle = Math.atan2(-link.dy, link.dx);
  if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
  const points = [-0.5, -0.25, 0, 0.25, 0.5].map((s) => [x + Math.cos(angle) * s * label.width, y + Math.sin(angle) * s * label.width]);
  const free = points.every(([a, b]) => a > 6 && b > 6 && a < camera.width - 6 && b < camera.height - 30
    && label.taken.every(([c, d]) => Math.hypot(a - c, b - d) > 26));
  if (!free) return;
  label.taken.push(...points);
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.lineWidth = 5;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = label.halo;
  ctx.strokeText(label.text, 0, 0);
  ctx.fillStyle = label.ink;
  ctx.fillText(label.text, 0, 0);
  ctx.restore();
}

let streetList = null;

/* Streets with a name of their own, longest first. */
function streets() {
  if (streetList) return streetList;
  const byName = new Map();
  for (const link of links) {
    if (link.name === link.id) continue;
    if (!byName.has(link.name)) byName.set(link.name, []);
    byName.get(link.name).push(link);
  }
  streetList = [...byName].map(([name, own]) => ({ name, links: own, length: own.reduce((s, l) => s + l.drawn, 0) }));
  streetList.sort((a, b) => b.length - a.length);
  return streetList;
}
