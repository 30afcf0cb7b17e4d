/* Puts the page together: headline, plausibility, sources, language, print. */

const SECTIONS = {
  map: () => content.figures.intervals > 0,
  film: () => content.film.vehiclesShown > 0,
  curve: () => content.curve.wanted.size > 1,
  timespace: () => content.timeSpace.length > 0,
  convergence: () => content.convergence.length > 1,
  tables: () => content.tables.length > 0,
  counts: () => countRows().length > 0,
  plausibility: () => content.plausibility.length > 0,
  provenance: () => true,
};

const KNOWN = (value) => value !== null && value !== undefined;

/* Figure, unit and sentence of each headline that is known. */
function headlines() {
  const h = content.headline;
  const hours = (s) => number(s / 3600);
  return [
    ['arrived', KNOWN(h.arrived) && h.departures > 0, () => [number((h.arrived / h.departures) * 100, h.arrived === h.departures ? 0 : 1), '%', {
      arrived: number(h.arrived), departures: number(h.departures), end: clock(content.end),
      enRoute: number(h.enRouteAtEnd), outside: number(h.waitingOutsideAtEnd) }]],
    ['meanSpeed', KNOWN(h.meanSpeed), () => [number(h.meanSpeed * 3.6, 1), 'km/h', { minutes: number(10000 / h.meanSpeed / 60) }]],
    ['peakSpeed', KNOWN(h.peakSpeed), () => [number(h.peakSpeed * 3.6, 1), 'km/h', {
      time: clock(h.peakTime), minutes: number(10000 / h.peakSpeed / 60) }]],
    ['travelTimeIndex', KNOWN(h.travelTimeIndex), () => [number(h.travelTimeIndex, 2), '', {
      minutes: number(20 * h.travelTimeIndex) }]],
    ['controlDelay', KNOWN(h.controlDelay), () => [number(h.controlDelay), 's', { level: levelOfDelay(h.controlDelay) }]],
    ['stopsPerKm', KNOWN(h.stopsPerKm), () => [number(h.stopsPerKm, 1), word('unit.perKm'), {
      metres: h.stopsPerKm > 0 ? number(Math.round(100 / h.stopsPerKm) * 10) : '–' }]],
    ['travelTime', KNOWN(h.travelTime), () => [hours(h.travelTime), word('unit.vehicleHours'), {
      distance: number(h.distance / 1000), peak: number(h.peakVehiclesOnRoad) }]],
    ['waitingOutside', KNOWN(h.waitingOutside), () => [hours(h.waitingOutside), word('unit.vehicleHours'), {
      share: h.travelTime > 0 ? percent(h.waitingOutside / (h.waitingOutside + h.travelTime), 1) : '–' }]],
  ].filter(([, known]) => known).map(([id, , describe]) => [id, ...describe()]);
}

function drawHeadline() {
  const cards = headlines().map(([id, figure, unit, values]) =>
    element('article', { class: 'card' },
      element('h3', {}, word(`headline.${id}`)),
      element('p', { class: 'figure' }, figure, ' ', element('small', {}, unit)),
      element('p', { class: 'quiet' }, word(`headline.${id}.sentence`, values))));
  document.querySelector('.cards').replaceChildren(...cards);
}

/* A band from low to high with the simulated figure as a dot; all rows share one picture, each its own scale. */
function bandDrawing(row) {
  const p = palette();
  const low = Math.min(row.low, row.simulated ?? row.low, row.low > 0 ? 0 : row.low);
  const high = Math.max(row.high, row.simulated ?? row.high) * 1.08 || 1;
  const x = (v) => 4 + ((v - low) / (high - low || 1)) * 192;
  const drawing = svg('svg', { viewBox: '0 0 200 22', class: 'band', role: 'img', 'aria-label': bandVerdict(row) });
  drawing.append(svg('line', { x1: 4, x2: 196, y1: 11, y2: 11, stroke: p.line, 'stroke-width': 1.5 }));
  drawing.append(svg('rect', { x: x(row.low), y: 5, width: Math.max(2, x(row.high) - x(row.low)), height: 12, rx: 2, fill: p.band }));
  if (KNOWN(row.simulated)) {
    const inside = row.simulated >= row.low && row.simulated <= row.high;
    const mark = { cx: x(row.simulated), cy: 11, r: 5, fill: inside ? p.inside : p.ground, stroke: inside ? p.inside : p.outside, 'stroke-width': 2.5 };
    drawing.append(svg('circle', mark));
  }
  return drawing;
}

function bandVerdict(row) {
  if (!KNOWN(row.simulated)) return word('plausibility.unknown');
  if (row.simulated < row.low) return word('plausibility.below');
  return word(row.simulated > row.high ? 'plausibility.above' : 'plausibility.inside');
}

function drawPlausibility() {
  const rows = content.plausibility;
  const inside = rows.filter((r) => KNOWN(r.simulated) && r.simulated >= r.low && r.simulated <= r.high).length;
  document.querySelector('#plausibility .lead').textContent = word('plausibility.lead', { inside: number(inside), n: number(rows.length) });
  const head = ['what', 'simulated', 'band', 'verdict', 'source', 'certainty'].map((k) =>
    element('th', { scope: 'col', class: k === 'simulated' ? 'number' : '' }, word(`plausibility.${k}`)));
  const body = rows.map((row) => element('tr', {},
    element('th', { scope: 'row' }, wording(row.label)),
    element('td', { class: 'number' }, KNOWN(row.simulated) ? `${amount(row.simulated)} ${row.unit}` : '–'),
    element('td', { class: 'bandcell' }, bandDrawing(row), element('span', { class: 'quiet' }, `${amount(row.low)}–${amount(row.high)} ${row.unit}`)),
    element('td', { class: bandClass(row) }, bandVerdict(row)),
    element('td', { class: 'quiet' }, row.source),
    element('td', {}, certainty(row.certainty))));
  document.querySelector('#plausibility table').replaceChildren(element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body));
}

function bandClass(row) {
  if (!KNOWN(row.simulated)) return 'verdict quiet';
  return row.simulated >= row.low && row.simulated <= row.high ? 'verdict' : 'verdict off';
}

function certainty(level) {
  const known = WORDS[language][`certainty.${level}`];
  return element('span', { class: `certainty ${known ? level : ''}` }, known || level);
}

function drawProvenance() {
  const { facts, sources, assumptions, parameters } = content.provenance;
  document.querySelector('.facts').replaceChildren(...facts.flatMap((f) => [element('dt', {}, wording(f.label)), element('dd', {}, wording(f.value))]));
  document.querySelector('.sources').replaceChildren(...sources.map((s) => element('li', {}, wording(s))));
  const head = ['assumption', 'source', 'certainty'].map((k) => element('th', { scope: 'col' }, word(`plausibility.${k}`)));
  document.querySelector('.assumptions').replaceChildren(
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...assumptions.map((a) => element('tr', {},
      element('td', {}, wording(a.text)), element('td', { class: 'quiet' }, a.source), element('td', {}, certainty(a.certainty))))));
  document.querySelector('.parameters').replaceChildren(
    ...parameters.flatMap((q) => [element('dt', {}, q.name), element('dd', {}, q.value)]));
  document.getElementById('sources-block').hidden = !sources.length;
  fold('assumptions', assumptions.length);
  fold('parameters', parameters.length);
}

/* Long lists are folded away, with their number on the lid. */
function fold(id, size) {
  const block = document.getElementById(`${id}-block`);
  block.hidden = !size;
  block.querySelector('summary').textContent = `${word(`provenance.${id}`)} (${number(size)})`;
}

function drawPage() {
  document.title = wording(content.title);
  document.querySelector('h1').textContent = wording(content.title);
  document.querySelector('.subtitle').textContent = wording(content.subtitle);
  translatePage();
  document.querySelectorAll('[data-language]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.language === language)));
  drawHeadline();
  drawPlausibility();
  drawProvenance();
}

/* The address keeps language and place: #es or #es followed by a slash and the section. */
function keepInAddress(section) {
  const slash = String.fromCharCode(47);
  history.replaceState(null, '', `#${language}${section ? slash + section : ''}`);
}

function listen() {
  document.querySelectorAll('[data-language]').forEach((b) => b.addEventListener('click', () => {
    language = b.dataset.language;
    document.documentElement.lang = language;
    keepInAddress();
    refresh();
  }));
  document.querySelectorAll('nav a').forEach((a) => a.addEventListener('click', (e) => {
    e.preventDefault();
    const section = a.getAttribute('href').slice(1);
    keepInAddress(section);
    document.getElementById(section).scrollIntoView({ behavior: 'smooth' });
  }));
  document.querySelector('.print').addEventListener('click', () => window.print());
  addEventListener('hashchange', () => { chooseLanguage(); refresh(); });
  darkQuery.addEventListener('change', refresh);
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
}

/* Paper is white, has no buttons and shows everything. */
function print(begins) {
  printing = begins;
  document.querySelectorAll('details').forEach((d) => { d.open = begins; });
  refresh();
}

/* Sections without content leave no trace. */
function hideEmptySections() {
  for (const [id, filled] of Object.entries(SECTIONS)) {
    if (filled()) continue;
    document.getElementById(id).hidden = true;
    document.querySelector(`nav a[href="#${id}"]`).parentElement.hidden = true;
  }
}

function start() {
  chooseLanguage();
  hideEmptySections();
  onRefresh(drawPage);
  const flowMap = SECTIONS.map() ? new FlowMap() : null;
  if (SECTIONS.curve()) drawCurves();
  if (SECTIONS.timespace()) new TimeSpace();
  if (SECTIONS.convergence()) drawConvergence();
  if (SECTIONS.counts()) drawCounts();
  if (SECTIONS.tables()) new Tables(flowMap);
  document.getElementById('assumptions-block').open = content.provenance.assumptions.length <= ROWS_AT_FIRST;
  listen();
  refresh();
  /* The film is the heaviest part: the page is readable before it is unpacked. */
  if (SECTIONS.film()) setTimeout(() => { new Film().refresh(); document.documentElement.dataset.ready = 'yes'; }, 0);
  else document.documentElement.dataset.ready = 'yes';
  const section = document.getElementById(location.hash.split(String.fromCharCode(47))[1] || '');
  if (section) section.scrollIntoView();
}

start();
