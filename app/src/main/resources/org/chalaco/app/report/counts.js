/* Simulated over counted volumes, a dot for each station and hour. */

function countRows() {
  const table = content.tables.find((t) => t.id === 'counts');
  if (!table) return [];
  const at = Object.fromEntries(table.columns.map((c, i) => [c.id, i]));
  return table.rows.map(({ cells }) => ({
    name: `${cells[at.station]}, ${cells[at.street]}, ${cells[at.hours]}`,
    counted: cells[at.counted], simulated: cells[at.simulated], geh: cells[at.geh] }));
}

const GOOD_GEH = 5;

/* The simulated volumes with a GEH of 5: 2 d^2 = 25 (2 c + d) for the difference d from the counted c. */
function limitOfGeh(counted, sign) {
  const g = GOOD_GEH * GOOD_GEH;
  return Math.max(0, counted + (g + sign * Math.sqrt(g * g + 16 * g * counted)) / 4);
}

class ScatterChart extends LineChart {
  line(drawing, series) {
    if (!series.dots) {
      super.line(drawing, series);
      return;
    }
    for (const dot of series.dots) {
      const mark = svg('circle', { cx: this.x(dot.counted), cy: this.y(dot.simulated), r: 4, fill: series.color, 'fill-opacity': 0.65 });
      mark.append(svg('title', {}, this.words(dot)));
      drawing.append(mark);
    }
  }

  words(dot) {
    return `${dot.name}: ${word('column.counted')} ${number(dot.counted)}, ${word('column.simulated')} ${number(dot.simulated)}, GEH ${number(dot.geh, 1)}`;
  }

  /* The nearest dot in words; arrow keys go through them from the worst on. */
  pointer(drawing) {
    this.readout = element('div', { class: 'readout', 'aria-live': 'polite' }, '\u00a0');
    const { dots } = this.chart.series.find((s) => s.dots);
    let index = -1;
    const show = (i) => {
      index = Math.max(0, Math.min(dots.length - 1, i));
      this.readout.textContent = this.words(dots[index]);
    };
    drawing.addEventListener('pointermove', (e) => {
      const box = drawing.getBoundingClientRect();
      const far = (d) => Math.hypot(this.x(d.counted) - e.clientX + box.left, this.y(d.simulated) - e.clientY + box.top);
      show(dots.reduce((best, d, i) => (far(d) < far(dots[best]) ? i : best), 0));
    });
    drawing.addEventListener('keydown', (e) => {
      if (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight') return;
      e.preventDefault();
      show(index + (e.key === 'ArrowRight' ? 1 : -1));
    });
  }
}

function drawCounts() {
  const rows = countRows();
  const good = rows.filter((r) => r.geh < GOOD_GEH).length;
  const high = Math.max(10, ...rows.flatMap((r) => [r.counted, r.simulated])) * 1.05;
  const steps = Array.from({ length: 61 }, (_, i) => (high * i) / 60);
  const inside = (points) => points.filter(([, y]) => y <= high);
  const axis = { low: 0, high, ticks: (size) => ticks(0, high, size / 60), format: (v) => number(v) };
  onRefresh(() => {
    document.querySelector('#counts .lead').textContent = word('counts.lead', { good: number(good), n: number(rows.length) });
  });
  new ScatterChart(document.getElementById('counts-chart'), () => {
    const s = palette().series;
    return { label: word('counts.chart'), unit: word('counts.axes'), height: 360, x: axis, y: axis, series: [
      { label: word('counts.even'), color: s[2], width: 1.5, points: [[0, 0], [high, high]] },
      { label: 'GEH 5 ↑', color: s[1], dash: '7 4', width: 1.5, points: inside(steps.map((c) => [c, limitOfGeh(c, 1)])) },
      { label: 'GEH 5 ↓', color: s[1], dash: '7 4', width: 1.5, points: inside(steps.map((c) => [c, limitOfGeh(c, -1)])) },
      { label: word('table.counts'), color: s[0], width: 4, dots: rows },
    ] };
  });
}
