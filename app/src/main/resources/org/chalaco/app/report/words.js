/* Language: by the address's hash, else by the browser, else English. */

const LANGUAGES = ['en', 'es'];
let language = 'en';
const listeners = [];

/* Calls back now and whenever language, colours or size change. */
function onRefresh(listener) {
  listeners.push(listener);
}

function refresh() {
  listeners.forEach((listener) => listener());
}

function languageOfHash() {
  const wanted = location.hash.replace('#', '').split(String.fromCharCode(47))[0];
  return LANGUAGES.includes(wanted) ? wanted : null;
}

function chooseLanguage() {
  const spoken = (navigator.languages || [navigator.language || 'en']).map((l) => l.slice(0, 2));
  language = languageOfHash() || spoken.find((l) => LANGUAGES.includes(l)) || 'en';
  document.documentElement.lang = language;
}

/* The words of a key, with {name} filled in; an unknown key is shown as its last part. */
function word(key, values) {
  const text = WORDS[language][key] ?? key.split('.').pop();
  return values ? text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all) : text;
}

/* One of two wordings given by the content. */
function wording(pair) {
  return pair[language];
}

const LOCALES = { en: 'en-GB', es: 'es-PE' };

function number(value, decimals = 0) {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return value.toLocaleString(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/* A count or amount with as many digits as a reader wants. */
function amount(value) {
  return number(value, Math.abs(value) < 200 && Math.abs(value - Math.round(value)) > 0.04 ? 1 : 0);
}

function percent(share, decimals = 0) {
  return `${number(share * 100, decimals)}\u00a0%`;
}

function clock(seconds, withSeconds = false) {
  const s = Math.round(seconds);
  const two = (n) => String(n).padStart(2, '0');
  const text = `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}`;
  return withSeconds ? `${text}:${two(s % 60)}` : text;
}

/* An element with words in it; text never becomes markup. */
function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') node.className = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined));
  return node;
}

function translatePage() {
  document.querySelectorAll('[data-word]').forEach((node) => {
    node.textContent = word(node.dataset.word);
  });
  document.querySelectorAll('[data-label]').forEach((node) => {
    node.setAttribute('aria-label', word(node.dataset.label));
    node.title = word(node.dataset.label);
  });
}
