/*
 * Colours by what they mean. Scales grow steadily in lightness, so that they read without hue;
 * classes use the palette of Okabe and Ito, made for colour-blind readers.
 */
const PALETTES = {
  light: {
    ground: '#f4f6f8', road: '#cfd6dd', casing: '#ffffff', surface: '#d9dee4', divider: '#ffffff',
    ink: '#17212b', soft: '#5b6773', line: '#dfe4ea', halo: 'rgba(255,255,255,.9)', accent: '#0b5c8a', unknown: '#c9d0d8',
    heat: ['#e3cd92', '#efb265', '#e98b45', '#cf5a2e', '#a32a22', '#5f0f1c'],
    volume: ['#c3d3e3', '#94b8d8', '#5f99c9', '#2f78b3', '#11548c', '#08294f'],
    series: ['#0b5c8a', '#c2571a', '#5b6773', '#8a6d00'],
    green: '#009e73', amber: '#e69f00', red: '#d1341f', off: '#8b95a0',
    classes: ['#3d4a57', '#d9a400', '#0072b2', '#b5488a', '#c2470a'],
    band: '#c9dceb', inside: '#0b5c8a', outside: '#b3341f',
  },
  dark: {
    ground: '#141a21', road: '#39434e', casing: '#141a21', surface: '#2b343e', divider: '#46515d',
    ink: '#e8edf2', soft: '#9aa7b4', line: '#2b343e', halo: 'rgba(20,26,33,.9)', accent: '#6fb7e0', unknown: '#39434e',
    heat: ['#544a3c', '#80603b', '#ae7536', '#de9038', '#fbb95a', '#fff0b8'],
    volume: ['#2c4258', '#36618a', '#4683b6', '#67a6d6', '#9acbee', '#e2f3ff'],
    series: ['#6fb7e0', '#f0995a', '#9aa7b4', '#d8bd5a'],
    green: '#2cc79a', amber: '#f2bb3d', red: '#ff6a52', off: '#77828e',
    classes: ['#c6d0da', '#f2c53d', '#56b4e9', '#e08fc0', '#f07f3c'],
    band: '#2a4257', inside: '#6fb7e0', outside: '#ff8a70',
  },
};

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
let printing = false;

function palette() {
  return darkQuery.matches && !printing ? PALETTES.dark : PALETTES.light;
}

/* Ten classes are too many colours: five groups are told apart, the rest by length. */
const CLASS_GROUPS = ['cars', 'taxis', 'transit', 'twoWheel', 'goods'];
const GROUP_OF_CLASS = {
  CAR: 0, TAXI: 1, COMBI: 2, MINIBUS: 2, BUS: 2, MOTORCYCLE: 3, MOTOTAXI: 3, PICKUP: 4, TRUCK: 4, SEMITRAILER: 4,
};

function groupOfClass(classIndex) {
  return GROUP_OF_CLASS[content.classes[classIndex]] ?? 0;
}

/* Steps of a scale: value below limits[0] is step 0, and so on. */
const METRICS = {
  speed: {
    limits: [0.2, 0.35, 0.5, 0.65, 0.8], scale: 'heat', reversed: true, unit: 'unit.shareOfFreeSpeed',
    format: (v) => number(v * 100), suffix: ' %',
  },
  delay: { limits: [10, 20, 35, 55, 80], scale: 'heat', reversed: false, unit: 'unit.secondsPerVehicle', format: (v) => number(v), suffix: '' },
  co2: { limits: [30, 100, 200, 350, 600], scale: 'heat', reversed: false, unit: 'unit.kilogramsPerKmAndHour', format: (v) => number(v), suffix: '' },
  nox: { limits: [50, 200, 500, 1000, 2000], scale: 'heat', reversed: false, unit: 'unit.gramsPerKmAndHour', format: (v) => number(v), suffix: '' },
  flow: { limits: [250, 500, 1000, 1500, 2500], scale: 'volume', reversed: false, unit: 'unit.vehiclesPerHour', format: (v) => number(v), suffix: '' },
};

function stepOf(metric, value) {
  const { limits } = METRICS[metric];
  let step = 0;
  while (step < limits.length && value >= limits[step]) step++;
  return step;
}

function colorOf(metric, value) {
  const p = palette();
  if (!Number.isFinite(value)) return p.unknown;
  const { scale, reversed, limits } = METRICS[metric];
  const step = stepOf(metric, value);
  return p[scale][reversed ? limits.length - step : step];
}

/* HCM 7, signalised intersections: control delay in seconds. */
const LEVELS = ['A', 'B', 'C', 'D', 'E', 'F'];

function levelOfDelay(seconds) {
  return LEVELS[stepOf('delay', seconds - 1e-9)];
}
