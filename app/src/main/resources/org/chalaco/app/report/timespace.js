/* Time across, distance along the avenue upwards: slopes are speeds, flat pieces are queues. */

class TimeSpace {
  constructor() {
    this.section = document.getElementById('timespace');
    this.canvas = this.section.querySelector('canvas');
    this.select = this.section.querySelector('select');
    this.readout = this.section.querySelector('.readout');
    this.unpacked = new Map();
    this.chosen = 0;
    this.select.addEventListener('change', () => {
      this.chosen = Number(this.select.value);
      this.refresh();
    });
    this.canvas.addEventListener('pointermove', (e) => this.read(e));
    onRefresh(() => this.refresh());
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }

  diagram() {
    const packed = content.timeSpace[this.chosen];
    if (!this.unpacked.has(packed)) {
      const rows = { sizes: unpack(packed.sizes), classes: unpack(packed.classes), times: unpack(packed.times), distances: unpack(packed.distances) };
      this.unpacked.set(packed, { ...packed, ...rows });
    }
    return this.unpacked.get(packed);
  }

  refresh() {
    this.select.replaceChildren(...content.timeSpace.map((d, i) => element('option', { value: i }, wording(d.name))));
    this.select.value = this.chosen;
    this.select.hidden = content.timeSpace.length < 2;
    const d = this.diagram();
    const p = palette();
    const entries = [[p.red, word('light.red')], [p.green, word('light.green')], ...CLASS_GROUPS.map((g, i) => [p.classes[i], word(`group.${g}`)])];
    this.section.querySelector('.legend').replaceChildren(
      element('span', { class: 'legend-title' }, wording(d.name)),
      ...entries.map(([color, text]) => {
        const box = element('i', {});
        box.style.background = color;
        return element('span', { class: 'swatch' }, box, text);
      }));
    this.canvas.setAttribute('aria-label', word('timespace.label', { name: wording(d.name), n: number(d.sizes.length) }));
    this.readout.textContent = word('timespace.hint');
    this.draw();
  }

  /* Names of cross streets need room on the left, but not half a phone. */
  frame() {
    const width = this.canvas.clientWidth;
    return { left: Math.min(230, width * 0.3), right: width - 12, top: 10, bottom: this.canvas.clientHeight - 46 };
  }

  draw() {
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (!width) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const ctx = this.canvas.getContext('2d');
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.fillStyle = palette().ground;
    ctx.fillRect(0, 0, width, height);
    const d = this.diagram();
    const f = this.frame();
    const x = (t) => f.left + (t / (d.end - d.start)) * (f.right - f.left);
    const y = (s) => f.bottom - (s / d.length) * (f.bottom - f.top);
    this.axes(ctx, d, f, x, y);
    this.trajectories(ctx, d, f, x, y);
    this.signals(ctx, d, f, x, y);
  }

  axes(ctx, d, f, x, y) {
    const p = palette();
    ctx.font = '12px system-ui, sans-serif';
    ctx.fillStyle = p.soft;
    ctx.strokeStyle = p.line;
    ctx.lineWidth = 1;
    ctx.textBaseline = 'top';
    ctx.textAlign = 'center';
    for (const t of clockTicks(d.start, d.end, f.right - f.left)) {
      const px = x(t - d.start);
      ctx.beginPath();
      ctx.moveTo(px, f.top);
      ctx.lineTo(px, f.bottom + 4);
      ctx.stroke();
      if (px < f.right - 16) ctx.fillText(clock(t), px, f.bottom + 8);
    }
    ctx.textBaseline = 'bottom';
    ctx.fillText(word('timespace.time'), (f.left + f.right) / 2, this.canvas.clientHeight - 4);
    this.distances(ctx, d, f, y);
  }

  /* Cross streets beside their stop lines; where they crowd, the later ones are left out. */
  distances(ctx, d, f, y) {
    const p = palette();
    const marks = d.signals.map((s) => [s.name, s.distance]);
    const step = ticks(0, d.length, 5).filter((s) => marks.every(([, at]) => Math.abs(y(at) - y(s)) > 15));
    ctx.textAlign = 'right';
    ctx.textBaseline = 'middle';
    let last = Infinity;
    const all = [...marks, ...step.map((s) => [null, s])].sort((a, b) => a[1] - b[1]);
    for (const [name, distance] of all) {
      if (last - y(distance) < 13) continue;
      last = y(distance);
      ctx.fillStyle = name === null ? p.soft : p.ink;
      const text = name === null ? `${number(distance)} m` : shorten(ctx, name.replaceAll('Avenida ', 'Av. '), f.left - 76);
      if (name === null) {
        ctx.fillText(text, f.left - 8, last);
      } else {
        ctx.fillText(text, f.left - 66, last);
        ctx.fillStyle = p.soft;
        ctx.fillText(`${number(distance)} m`, f.left - 8, last);
      }
    }
  }

  trajectories(ctx, d, f, x, y) {
    const p = palette();
    ctx.save();
    ctx.beginPath();
    ctx.rect(f.left, f.top, f.right - f.left, f.bottom - f.top);
    ctx.clip();
    ctx.lineWidth = d.sizes.length > 400 ? 0.7 : 1;
    ctx.globalAlpha = 0.85;
    let at = 0;
    d.sizes.forEach((size, i) => {
      ctx.strokeStyle = p.classes[groupOfClass(d.classes[i])];
      ctx.beginPath();
      for (let k = 0; k < size; k++, at++) {
        if (k) ctx.lineTo(x(d.times[at]), y(d.distances[at]));
        else ctx.moveTo(x(d.times[at]), y(d.distances[at]));
      }
      ctx.stroke();
    });
    ctx.restore();
  }

  signals(ctx, d, f, x, y) {
    const p = palette();
    for (const signal of d.signals) {
      ctx.fillStyle = p.red;
      ctx.fillRect(f.left, y(signal.distance) - 1.5, f.right - f.left, 3);
      ctx.fillStyle = p.green;
      for (let i = 0; i + 1 < signal.greens.length; i += 2) {
        const from = Math.max(f.left, x(signal.greens[i] - d.start));
        const to = Math.min(f.right, x(signal.greens[i + 1] - d.start));
        if (to <= from) continue;
        ctx.fillStyle = p.ground;
        ctx.fillRect(from, y(signal.distance) - 1.5, to - from, 3);
        ctx.fillStyle = p.green;
        ctx.fillRect(from, y(signal.distance) - 0.5, to - from, 1.5);
      }
    }
  }

  read(e) {
    const box = this.canvas.getBoundingClientRect();
    const d = this.diagram();
    const f = this.frame();
    const time = d.start + ((e.clientX - box.left - f.left) / (f.right - f.left)) * (d.end - d.start);
    const distance = ((f.bottom - e.clientY + box.top) / (f.bottom - f.top)) * d.length;
    const inside = time >= d.start && time <= d.end && distance >= 0 && distance <= d.length;
    this.readout.textContent = inside ? `${clock(time, true)} · ${number(distance)} m` : word('timespace.hint');
  }
}

function shorten(ctx, text, width) {
  if (ctx.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && ctx.measureText(`${cut}…`).width > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}
