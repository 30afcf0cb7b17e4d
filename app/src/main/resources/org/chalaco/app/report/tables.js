/* Tables to sort, search and take away as CSV. */

const ROWS_AT_FIRST = 12;

/* Kinds of cells that are constants with words in both languages, and where these are. */
const TRANSLATED = { CLASS: 'class', TURN: 'turn', CONTROL: 'control', CAUSE: 'cause' };

class Tables {
  constructor(flowMap) {
    this.section = document.getElementById('tables');
    this.flowMap = flowMap;
    this.chosen = 0;
    this.sortings = content.tables.map(() => null);
    this.search = '';
    this.all = false;
    const field = this.section.querySelector('input[type=search]');
    field.addEventListener('input', () => {
      this.search = field.value.toLocaleLowerCase();
      this.drawTable();
    });
    this.section.querySelector('.csv').addEventListener('click', () => this.download());
    this.section.querySelector('.more').addEventListener('click', () => {
      this.all = !this.all;
      this.drawTable();
    });
    onRefresh(() => this.refresh());
  }

  refresh() {
    const field = this.section.querySelector('input[type=search]');
    field.placeholder = word('table.search');
    field.setAttribute('aria-label', word('table.search'));
    this.section.querySelector('.choice').replaceChildren(...content.tables.map((table, i) =>
      element('button', { type: 'button', 'aria-pressed': String(i === this.chosen), onclick: () => this.choose(i) }, word(`table.${table.id}`))));
    this.drawTable();
  }

  choose(index) {
    this.chosen = index;
    this.all = false;
    this.refresh();
    this.section.querySelectorAll('.choice button')[index].focus();
  }

  table() {
    return content.tables[this.chosen];
  }

  /* The rows asked for, in the order asked for. */
  rows() {
    const { rows, columns } = this.table();
    const found = rows.filter((row) => !this.search
      || columns.some((c, i) => String(this.text(c, row.cells[i])).toLocaleLowerCase().includes(this.search)));
    const sorting = this.sortings[this.chosen];
    if (!sorting) return found;
    const { column, descending } = sorting;
    const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), language));
    return [...found].sort((r, s) => {
      const a = r.cells[column];
      const b = s.cells[column];
      /* What is not known comes last, either way. */
      if (a === null || b === null) return (a === null) - (b === null);
      return descending ? compare(b, a) : compare(a, b);
    });
  }

  text(column, cell) {
    if (cell === null) return '–';
    if (column.kind === 'NUMBER') return number(cell, column.decimals);
    if (TRANSLATED[column.kind]) return word(`${TRANSLATED[column.kind]}.${cell}`);
    return cell;
  }

  drawTable() {
    const table = this.table();
    const rows = this.rows();
    const shown = this.all || printing ? rows : rows.slice(0, ROWS_AT_FIRST);
    const head = element('tr', {}, ...table.columns.map((column, i) => this.heading(column, i)));
    const body = shown.map((row) => this.row(table, row));
    const caption = element('caption', {}, word('table.caption', { name: word(`table.${table.id}`), n: number(rows.length) }));
    this.section.querySelector('table').replaceChildren(caption, element('thead', {}, head), element('tbody', {}, ...body));
    const more = this.section.querySelector('.more');
    more.hidden = rows.length <= ROWS_AT_FIRST;
    more.textContent = this.all ? word('table.fewer') : word('table.all', { n: number(rows.length) });
  }

  heading(column, i) {
    const sorting = this.sortings[this.chosen];
    const mine = sorting && sorting.column === i;
    const direction = mine ? (sorting.descending ? 'descending' : 'ascending') : 'none';
    const arrow = mine ? (sorting.descending ? ' ▾' : ' ▴') : '';
    const unit = column.unit ? element('small', {}, column.unit) : null;
    const button = element('button', { type: 'button', onclick: () => this.sort(i) }, `${word(`column.${column.id}`)}${arrow}`, unit);
    return element('th', { scope: 'col', 'aria-sort': direction, class: column.kind === 'NUMBER' ? 'number' : '' }, button);
  }

  /* Numbers start with the largest, words with A; a third click returns to the order given. */
  sort(column) {
    const before = this.sortings[this.chosen];
    const first = this.table().columns[column].kind === 'NUMBER';
    if (!before || before.column !== column) this.sortings[this.chosen] = { column, descending: first };
    else if (before.descending === first) this.sortings[this.chosen] = { column, descending: !first };
    else this.sortings[this.chosen] = null;
    this.drawTable();
    this.section.querySelectorAll('th button')[column].focus();
  }

  row(table, row) {
    const cells = table.columns.map((column, i) => {
      const text = this.text(column, row.cells[i]);
      if (column.kind === 'LEVEL') return element('td', {}, this.level(text));
      if (column.kind === 'NUMBER') return element('td', { class: 'number' }, text);
      if (i === 0 && (row.link >= 0 || row.junction >= 0)) return element('td', {}, this.place(row, text));
      return element('td', {}, text);
    });
    return element('tr', {}, ...cells);
  }

  level(text) {
    const chip = element('span', { class: 'level' }, text);
    const step = LEVELS.indexOf(text);
    if (step < 0) return chip;
    chip.style.background = palette().heat[step];
    const bright = darkQuery.matches && !printing ? step >= 2 : step < 3;
    chip.style.color = bright ? '#17212b' : '#ffffff';
    return chip;
  }

  place(row, text) {
    const link = links[row.link];
    const x = link ? (link.x1 + link.x2) / 2 : junctionXy[2 * row.junction] / 100;
    const y = link ? (link.y1 + link.y2) / 2 : junctionXy[2 * row.junction + 1] / 100;
    return element('button', { type: 'button', class: 'link', title: word('table.showOnMap'), onclick: () => this.flowMap.showPlace(x, y) }, text);
  }

  /* All rows in the present order; numbers unrounded, with a point. */
  download() {
    const table = this.table();
    const head = table.columns.map((c) => word(`column.${c.id}`) + (c.unit ? ` [${c.unit}]` : ''));
    const lines = [head, ...this.rows().map((row) => row.cells.map((cell, i) => this.exported(table.columns[i], cell)))];
    const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n');
    const file = new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
    const link = element('a', { href: URL.createObjectURL(file), download: `${table.id}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  exported(column, cell) {
    if (cell === null) return '';
    return typeof cell === 'number' ? cell : this.text(column, cell);
  }
}

/* A cell for CSV; words that a spreadsheet would run as a formula are disarmed. */
function quoted(cell) {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
