/* The report of a comparison of ways to control signals. */

const strategies = content.strategies;
const measureOf = (id) => content.measures.find((m) => m.id === id);
let chosenMeasure = content.ranking;
let chosenClassFigure = 'trip-delay';

function digits(value) {
  const size = Math.abs(value);
  return number(value, size < 1 ? 3 : size < 10 ? 2 : size < 1000 ? 1 : 0);
}

function shown(value) {
  return value === null || value === undefined ? '–' : digits(value);
}

function share(value) {
  return value === null || value === undefined ? '–' : `${value > 0 ? '+' : ''}${percent(value, 1)}`;
}

function probability(p) {
  if (p === null || p === undefined) return '–';
  return p < 0.001 ? '< 0.001' : number(p, 3);
}

function nameOf(measure) {
  return `${wording(measure.name)}, ${measure.unit}`;
}

function strategyName(strategy) {
  return WORDS[language][`strategy.${strategy}`] ?? strategy;
}

function fillTable(id, columns, rows) {
  const head = columns.map(([text, kind]) => element('th', { scope: 'col', class: kind }, text));
  const body = rows.map((cells) => element('tr', {},
    ...cells.map((cell, i) => element(i ? 'td' : 'th', i ? { class: columns[i][1] } : { scope: 'row' }, cell))));
  document.querySelector(`#${id} table`).replaceChildren(element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body));
}

/* Places of the strategies, best first. */
function ordered(measure) {
  const sign = measure.lowerIsBetter ? 1 : -1;
  return strategies.map((_, k) => k).sort((a, b) =>
    measure.strategies[a].rank - measure.strategies[b].rank || sign * (measure.strategies[a].mean - measure.strategies[b].mean));
}

const BESIDE = ['p95-delay', 'worst-movement', 'pedestrian-wait', 'unfinished', 'co2', 'nox'];

function drawRanking() {
  const measure = measureOf(content.ranking);
  const beside = BESIDE.map(measureOf).filter((m) => m && m !== measure);
  const order = ordered(measure);
  const best = order.filter((k) => measure.strategies[k].rank === 1).map((k) => strategyName(strategies[k]));
  document.querySelector('#ranking .lead').textContent = word(best.length > 1 ? 'ranking.tie' : 'ranking.lead', {
    measure: nameOf(measure), best: best.join(', '), reference: strategyName(strategies[0]) });
  const columns = [[word('column.strategy'), ''], [word('column.rank'), 'number'], [nameOf(measure), 'number'], [word('column.change'), 'number'], [word('column.p'), 'number'],
    ...beside.map((m) => [nameOf(m), 'number'])];
  fillTable('ranking', columns, order.map((k) => {
    const row = measure.strategies[k];
    return [strategyName(strategies[k]), number(row.rank), `${shown(row.mean)} ± ${shown(row.half)}`,
      k ? `${share(row.share)} ± ${percent(row.shareHalf ?? NaN, 1)}` : '–', k ? probability(row.probabilities[0]) : '–',
      ...beside.map((m) => shown(m.strategies[k].mean))];
  }));
}

function quantile(sorted, q) {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/* A box from quartile to quartile with its median, whiskers to the ends, a dot for every seed, a diamond with the interval of the mean. */
function drawBoxes() {
  const host = document.getElementById('boxes');
  const width = host.clientWidth;
  if (!width) return;
  const measure = measureOf(chosenMeasure);
  const p = palette();
  const left = Math.min(190, width * 0.3);
  const row = 38;
  const order = ordered(measure);
  const height = order.length * row + 34;
  const all = measure.strategies.flatMap((s) => s.values);
  let low = Math.min(...all);
  let high = Math.max(...all);
  const margin = (high - low) * 0.05 || Math.abs(high) * 0.05 || 1;
  low -= margin;
  high += margin;
  const x = (v) => left + ((v - low) / (high - low)) * (width - left - 20);
  const drawing = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': nameOf(measure) });
  ticks(low, high, (width - left) / 90).forEach((v) => {
    drawing.append(svg('line', { x1: x(v), x2: x(v), y1: 4, y2: height - 28, class: 'grid' }));
    drawing.append(svg('text', { x: x(v), y: height - 12, class: 'tick middle' }, digits(v)));
  });
  order.forEach((k, i) => {
    const s = measure.strategies[k];
    const sorted = [...s.values].sort((a, b) => a - b);
    const y = i * row + 22;
    const quartiles = [0.25, 0.5, 0.75].map((q) => x(quantile(sorted, q)));
    drawing.append(svg('text', { x: left - 10, y: y + 4, class: 'tick end' }, strategyName(strategies[k])));
    drawing.append(svg('line', { x1: x(sorted[0]), x2: x(sorted[sorted.length - 1]), y1: y, y2: y, stroke: p.soft, 'stroke-width': 1.5 }));
    drawing.append(svg('rect', { x: quartiles[0], y: y - 9, width: Math.max(1, quartiles[2] - quartiles[0]), height: 18, fill: p.band, stroke: p.series[0], 'stroke-width': 1.5 }));
    drawing.append(svg('line', { x1: quartiles[1], x2: quartiles[1], y1: y - 9, y2: y + 9, stroke: p.series[0], 'stroke-width': 2.5 }));
    sorted.forEach((v) => drawing.append(svg('circle', { cx: x(v), cy: y, r: 2.2, fill: p.ink, opacity: 0.55 })));
    if (s.half !== null) {
      drawing.append(svg('line', { x1: x(s.mean - s.half), x2: x(s.mean + s.half), y1: y + 14, y2: y + 14, stroke: p.series[1], 'stroke-width': 2.5 }));
      drawing.append(svg('circle', { cx: x(s.mean), cy: y + 14, r: 3.4, fill: p.series[1] }));
    }
  });
  host.replaceChildren(element('div', { class: 'legend' }, element('span', { class: 'legend-title' }, nameOf(measure))), drawing);
  fillTable('distribution', [[word('column.strategy'), ''], [word('column.rank'), 'number'], [word('column.mean'), 'number'], [word('column.half'), 'number'],
    [word('column.change'), 'number'], [word('column.effect'), 'number'], [word('column.p'), 'number']],
  order.map((k) => {
    const s = measure.strategies[k];
    return [strategyName(strategies[k]), number(s.rank), shown(s.mean), `±${shown(s.half)}`, k ? `${share(s.share)} ± ${percent(s.shareHalf ?? NaN, 1)}` : '–',
      k ? shown(s.effect) : '–', k ? probability(s.probabilities[0]) : '–'];
  }));
}

/* Row against column: who is better beyond doubt. */
function drawPairs() {
  const measure = measureOf(chosenMeasure);
  const order = ordered(measure);
  const sign = measure.lowerIsBetter ? 1 : -1;
  fillTable('pairs', [[nameOf(measure), ''], ...order.map((k) => [strategyName(strategies[k]), 'number'])],
    order.map((a) => [strategyName(strategies[a]), ...order.map((b) => {
      if (a === b) return '';
      const p = measure.strategies[a].probabilities[b];
      const better = sign * (measure.strategies[a].mean - measure.strategies[b].mean) < 0;
      return p !== null && p < 0.05 ? `${better ? word('pairs.better') : word('pairs.worse')} (${probability(p)})` : `= (${probability(p)})`;
    })]));
}

const DASHES = [null, '7 4', '2 4', '9 3 2 3', '1 3', '12 5'];

function drawQuantiles() {
  new LineChart(document.getElementById('quantiles'), () => {
    const p = palette();
    const colors = [...p.series, ...p.classes];
    const most = Math.max(...content.quantiles.map((line) => line[Math.floor(line.length * 0.98)][0] ?? 0));
    const series = content.quantiles.map((points, k) => ({
      label: strategyName(strategies[k]), color: colors[k % colors.length], dash: DASHES[Math.floor(k / colors.length) % DASHES.length] ?? DASHES[k % 2],
      width: k ? 2 : 3, points: points.filter(([x]) => x !== null && x <= most),
    }));
    return {
      label: word('fairness.title'), unit: word('fairness.unit'), series,
      x: { low: 0, high: most, ticks: (size) => ticks(0, most, size / 80), format: (v) => `${number(v)} s` },
      y: { low: 0, high: 100, ticks: () => [0, 25, 50, 75, 100], format: (v) => number(v) },
    };
  });
}

const LIMITS = { linkDelay: [60, 300, 900], linkCo2: [500, 2500, 10000] };

class DifferenceMap {
  constructor() {
    this.section = document.getElementById('difference');
    this.values = { linkDelay: content.linkDelay.map(unpack), linkCo2: content.linkCo2.map(unpack) };
    this.figure = 'linkDelay';
    this.strategy = Math.max(0, ordered(measureOf(content.ranking)).find((k) => k > 0) ?? 0);
    this.view = new MapView(this.section.querySelector('.map'), (ctx, camera) => this.draw(ctx, camera));
    this.view.onHover = (point) => this.hover(point);
    this.view.onTap = (point) => this.hover(point, 16);
    this.select = document.getElementById('strategy');
    this.select.addEventListener('change', () => { this.strategy = Number(this.select.value); this.refresh(); });
    this.section.querySelectorAll('[data-figure]').forEach((b) => b.addEventListener('click', () => { this.figure = b.dataset.figure; this.refresh(); }));
    onRefresh(() => this.refresh());
  }

  refresh() {
    this.select.replaceChildren(...strategies.map((s, k) => element('option', { value: k, selected: k === this.strategy ? '' : null }, k
      ? word('difference.against', { strategy: strategyName(s), reference: strategyName(strategies[0]) }) : strategyName(s))).filter((_, k) => k > 0 || strategies.length === 1));
    this.section.querySelectorAll('[data-figure]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.figure === this.figure)));
    this.drawLegend();
    this.view.showTip(null);
    this.view.redraw();
  }

  /* Blue where it is better, red where it is worse, in steps. */
  color(value) {
    const p = palette();
    if (!Number.isFinite(value)) return p.unknown;
    const limits = LIMITS[this.figure];
    const size = Math.abs(value);
    const step = limits.filter((limit) => size >= limit).length;
    if (!step) return p.surface;
    return value < 0 ? [p.volume[2], p.volume[3], p.volume[4]][step - 1] : [p.heat[2], p.heat[3], p.heat[4]][step - 1];
  }

  unit(value) {
    return this.figure === 'linkDelay' ? `${number(value)} s` : `${number(value)} g`;
  }

  drawLegend() {
    const limits = LIMITS[this.figure];
    const entries = [...[...limits].reverse().map((limit) => [-limit, `≤ ${this.unit(-limit)}`]), [0, word('difference.same')], ...limits.map((limit) => [limit, `≥ +${this.unit(limit)}`])];
    const title = element('span', { class: 'legend-title' }, word(`difference.${this.figure}`));
    this.section.querySelector('.legend').replaceChildren(title, ...entries.map(([value, text]) => {
      const box = element('i', {});
      box.style.background = this.color(value);
      return element('span', { class: 'swatch' }, box, text);
    }));
  }

  draw(ctx, camera) {
    const values = this.values[this.figure][this.strategy];
    drawRoads(ctx, camera, (link) => this.color(values[link.index]));
    drawStreetNames(ctx, camera);
  }

  hover(point, reach) {
    const link = point && linkAt(point.x, point.y, this.view.camera, reach);
    this.view.canvas.style.cursor = link ? 'pointer' : '';
    this.view.showTip(link ? point : null, link ? this.tipOf(link) : []);
  }

  tipOf(link) {
    const signed = (value, unit) => (Number.isFinite(value) ? `${value > 0 ? '+' : ''}${number(value)} ${unit}` : '–');
    const rows = [[word('difference.delay'), signed(this.values.linkDelay[this.strategy][link.index], 's')],
      [word('difference.co2'), signed(this.values.linkCo2[this.strategy][link.index], 'g')]];
    return [element('strong', {}, link.name), element('p', { class: 'quiet' }, link.id),
      element('dl', {}, ...rows.flatMap(([k, v]) => [element('dt', {}, k), element('dd', {}, v)]))];
  }
}

function movementName(row) {
  const from = links[row.from];
  const to = links[row.to];
  return `${from.name} → ${to.name} (${content.network.junctionNames[from.to]})`;
}

function drawTables() {
  const names = strategies.map((s) => [strategyName(s), 'number']);
  fillTable('movements', [[word('column.movement'), ''], [word('column.vehicles'), 'number'], ...names],
    content.movements.slice(0, 20).map((m) => [movementName(m), number(Math.max(...m.vehicles)), ...m.delays.map((d) => (d === null ? '–' : `${number(d, 1)} s`))]));
  fillTable('classes', [[word('column.class'), ''], [word('column.trips'), 'number'], ...names],
    content.classes.map((c) => [word(`class.${c.name}`), shown(c.trips[0]), ...c[chosenClassFigure].map(shown)]));
  const rows = [...content.crossings].sort((a, b) => Math.max(...b.waits) - Math.max(...a.waits)).slice(0, 20);
  fillTable('crossings', [[word('column.crossing'), ''], ...names],
    rows.map((c) => [`${links[c.link].name} (${content.network.junctionNames[links[c.link].to]})`, ...c.waits.map((w, k) => `${number(w, 1)} s (${number(c.longest[k])} s)`)]));
}

function drawChoices() {
  document.getElementById('measure').replaceChildren(...content.measures.map((m) => element('option', { value: m.id, selected: m.id === chosenMeasure ? '' : null }, nameOf(m))));
  document.getElementById('classFigure').replaceChildren(...['trip-delay', 'p95-delay', 'co2', 'nox'].map((id) =>
    element('option', { value: id, selected: id === chosenClassFigure ? '' : null }, measureOf(id) ? nameOf(measureOf(id)) : id)));
}

function drawPage() {
  document.title = wording(content.title);
  document.querySelector('h1').textContent = wording(content.title);
  document.querySelector('.subtitle').textContent = wording(content.subtitle);
  translatePage();
  document.querySelectorAll('[data-language]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.language === language)));
  drawChoices();
  drawRanking();
  drawBoxes();
  drawPairs();
  drawTables();
}

function print(begins) {
  printing = begins;
  refresh();
}

function listen() {
  document.querySelectorAll('[data-language]').forEach((b) => b.addEventListener('click', () => {
    language = b.dataset.language;
    document.documentElement.lang = language;
    history.replaceState(null, '', `#${language}`);
    refresh();
  }));
  document.getElementById('measure').addEventListener('change', (e) => { chosenMeasure = e.target.value; drawBoxes(); drawPairs(); });
  document.getElementById('classFigure').addEventListener('change', (e) => { chosenClassFigure = e.target.value; drawTables(); });
  document.querySelector('.print').addEventListener('click', () => window.print());
  darkQuery.addEventListener('change', refresh);
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
  addEventListener('resize', refresh);
}

function start() {
  chooseLanguage();
  document.getElementById('pages').hidden = !content.pages.length;
  document.getElementById('pages').replaceChildren(...content.pages.flatMap(([name, file]) => [element('a', { href: file }, name), ' · ']).slice(0, -1));
  document.getElementById('crossings').hidden = !content.crossings.length;
  onRefresh(drawPage);
  drawQuantiles();
  new DifferenceMap();
  listen();
  refresh();
  document.documentElement.dataset.ready = 'yes';
}

start();
