/* The report of a search for signal plans. */

const PLAN_NAMES = ['present', 'uniform', 'webster', 'green-wave', 'tuned'];

function planName(name) {
  return PLAN_NAMES.includes(name) ? word(`plan.${name}`) : name;
}

function share(value) {
  return value === null || value === undefined ? '–' : `${value > 0 ? '+' : ''}${percent(value, 1)}`;
}

/* Small scores need digits, large ones do not. */
function score(value) {
  return number(value, Math.abs(value) < 100 ? 2 : 0);
}

function fillTable(id, columns, rows) {
  const head = columns.map(([key, kind]) => element('th', { scope: 'col', class: kind }, word(key)));
  const body = rows.map((cells) => element('tr', {},
    ...cells.map((cell, i) => element(i ? 'td' : 'th', i ? { class: columns[i][1] } : { scope: 'row' }, cell))));
  document.querySelector(`#${id} table`).replaceChildren(element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body));
}

function drawPlans() {
  const tuned = content.plans.find((p) => p.name === 'tuned');
  document.querySelector('#plans .lead').textContent = word('plans.lead', {
    objective: word(`objective.${content.objective}`), unit: content.unit, change: share(tuned.change), half: percent(tuned.changeHalf, 1) });
  fillTable('plans', [['column.plan', ''], ['column.score', 'number'], ['column.half', 'number'], ['column.change', 'number'], ['column.changeHalf', 'number'],
    ['column.delay', 'number'], ['column.stops', 'number'], ['column.arrived', 'number']],
  content.plans.map((p) => [planName(p.name), score(p.score), `±${score(p.half)}`, share(p.change), `±${percent(p.changeHalf ?? 0, 1)}`,
    number(p.delay, 1), number(p.stops), number(p.arrived)]));
}

/* One bar per plan, its terms side by side. */
function drawTerms() {
  const host = document.getElementById('terms-chart');
  const width = host.clientWidth;
  if (!width) return;
  const p = palette();
  const names = content.plans[0].terms.map((t) => t.name);
  const most = Math.max(...content.plans.map((plan) => plan.terms.reduce((sum, t) => sum + Math.max(0, t.value), 0)));
  const left = 130;
  const row = 30;
  const height = content.plans.length * row + 12;
  const drawing = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': word('terms.title') });
  content.plans.forEach((plan, i) => {
    const y = i * row + 6;
    drawing.append(svg('text', { x: left - 8, y: y + 15, class: 'tick end' }, planName(plan.name)));
    let x = left;
    plan.terms.forEach((term, t) => {
      const w = (Math.max(0, term.value) / (most || 1)) * (width - left - 80);
      const bar = svg('rect', { x, y, width: w, height: row - 10, fill: p.series[t % p.series.length] });
      bar.append(svg('title', {}, `${word(`term.${term.name}`)}: ${score(term.value)} ${content.unit}`));
      drawing.append(bar);
      x += w;
    });
    drawing.append(svg('text', { x: x + 6, y: y + 15, class: 'tick' }, score(plan.score)));
  });
  const legend = element('div', { class: 'legend' }, element('span', { class: 'legend-title' }, content.unit), ...names.map((name, t) => {
    const box = element('i', {});
    box.style.background = p.series[t % p.series.length];
    return element('span', { class: 'swatch' }, box, word(`term.${name}`));
  }));
  host.replaceChildren(legend, drawing);
}

function drawHistory() {
  const rows = content.history;
  const points = (key) => rows.map((r) => [r.generation, r[key]]);
  const low = rows[0].generation;
  const high = Math.max(low + 1, rows[rows.length - 1].generation);
  new LineChart(document.getElementById('history-chart'), () => {
    const s = palette().series;
    const series = [
      { label: word('history.bestSoFar'), color: s[0], width: 2.5, points: points('bestSoFar') },
      { label: word('history.best'), color: s[3], dash: '2 4', points: points('best') },
      { label: word('history.mean'), color: s[2], dash: '7 4', points: points('mean') },
      { label: word('history.worst'), color: s[1], dash: '1 3', points: points('worst') },
    ];
    return {
      label: word('history.title'), unit: `${word(`objective.${content.objective}`)}, ${content.unit}`, series,
      x: { low, high, ticks: (size) => ticks(low, high, size / 80).filter(Number.isInteger), format: (v) => number(v) },
      y: linearAxis(series.flatMap((line) => line.points.map((q) => q[1])), score, false),
    };
  });
}

/* Each dot is a plan that no other beats in both; letters mark the known ones. */
function drawFront() {
  const host = document.getElementById('front-chart');
  const width = host.clientWidth;
  if (!width) return;
  const { points, plans, x, y } = content.front;
  const p = palette();
  const height = Math.max(260, Math.min(420, width * 0.5));
  const all = [...points, ...plans.map((plan) => [plan.x, plan.y])];
  const frame = { left: 70, right: width - 90, top: 16, bottom: height - 44 };
  const scale = (index, from, to) => {
    const values = all.map((q) => q[index]);
    const low = Math.min(...values);
    const high = Math.max(...values);
    const margin = (high - low) * 0.06 || 1;
    const at = (v) => from + ((v - low + margin) / (high - low + 2 * margin)) * (to - from);
    return { at, ticks: ticks(low, high, 5) };
  };
  const sx = scale(0, frame.left, frame.right);
  const sy = scale(1, frame.bottom, frame.top);
  const drawing = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': word('front.title') });
  sy.ticks.forEach((v) => {
    drawing.append(svg('line', { x1: frame.left, x2: frame.right, y1: sy.at(v), y2: sy.at(v), class: 'grid' }));
    drawing.append(svg('text', { x: frame.left - 8, y: sy.at(v) + 4, class: 'tick end' }, score(v)));
  });
  sx.ticks.forEach((v) => drawing.append(svg('text', { x: sx.at(v), y: frame.bottom + 18, class: 'tick middle' }, score(v))));
  drawing.append(svg('line', { x1: frame.left, x2: frame.right, y1: frame.bottom, y2: frame.bottom, class: 'axis' }));
  drawing.append(svg('text', { x: (frame.left + frame.right) / 2, y: height - 6, class: 'tick middle' }, `${word(`objective.${x.name}`)}, ${x.unit}`));
  drawing.append(svg('text', { x: 4, y: 12, class: 'tick' }, `${word(`objective.${y.name}`)}, ${y.unit}`));
  points.forEach(([a, b]) => drawing.append(svg('circle', { cx: sx.at(a), cy: sy.at(b), r: 5, fill: p.series[0] })));
  plans.forEach((plan) => {
    drawing.append(svg('circle', { cx: sx.at(plan.x), cy: sy.at(plan.y), r: 5, fill: 'none', stroke: p.series[1], 'stroke-width': 2.5 }));
    drawing.append(svg('text', { x: sx.at(plan.x) + 9, y: sy.at(plan.y) + 4, class: 'tick' }, planName(plan.name)));
  });
  host.replaceChildren(drawing);
}

function changed(row) {
  return row.before > 0 && row.after !== null ? share(row.after / row.before - 1) : '–';
}

function drawTables() {
  fillTable('corridors', [['column.corridor', ''], ['column.signals', 'number'], ['column.flow', 'number'], ['column.before', 'number'], ['column.after', 'number'], ['column.change', 'number']],
    content.corridors.map((r) => [r.name, number(r.signals), number(r.flow), `${number(r.before)} s`, `${number(r.after)} s`, changed(r)]));
  const rows = [...content.intersections].sort((a, b) => (b.before ?? 0) * b.vehicles - (a.before ?? 0) * a.vehicles);
  fillTable('intersections', [['column.intersection', ''], ['column.vehicles', 'number'], ['column.before', 'number'], ['column.after', 'number'], ['column.change', 'number'],
    ['column.planBefore', 'quiet'], ['column.planAfter', 'quiet']],
  rows.map((r) => [r.name, number(r.vehicles), `${number(r.before)} s ${r.levelBefore}`, `${number(r.after)} s ${r.levelAfter}`, changed(r), r.planBefore, r.planAfter]));
}

const FILLED = {
  front: () => content.front.points.length > 0,
  corridors: () => content.corridors.length > 0,
  timespace: () => content.timeSpace.length > 0,
  history: () => content.history.length > 0,
};

function drawPage() {
  document.title = wording(content.title);
  document.querySelector('h1').textContent = wording(content.title);
  document.querySelector('.subtitle').textContent = wording(content.subtitle);
  translatePage();
  document.querySelectorAll('[data-language]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.language === language)));
  drawPlans();
  drawTerms();
  drawTables();
  if (FILLED.front()) drawFront();
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
  document.querySelector('.print').addEventListener('click', () => window.print());
  darkQuery.addEventListener('change', refresh);
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
  addEventListener('resize', refresh);
}

function start() {
  chooseLanguage();
  Object.entries(FILLED).forEach(([id, filled]) => { document.getElementById(id).hidden = !filled(); });
  onRefresh(drawPage);
  if (FILLED.history()) drawHistory();
  if (FILLED.timespace()) new TimeSpace();
  listen();
  refresh();
  document.documentElement.dataset.ready = 'yes';
}

start();
