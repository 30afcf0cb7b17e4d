/* Moving vehicles and lights: keys one second apart or more, drawn in between by straight interpolation. */

const FRAME_SPEEDS = [1, 2, 5, 10, 30];

/* The tracks as arrays: keys of vehicle v are keyStart[v] .. keyStart[v + 1]. */
function readTracks() {
  const bytes = unpack(content.film.tracks);
  let at = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 128) return value;
    }
  };
  const signed = () => {
    const value = next();
    return (value >>> 1) ^ -(value & 1);
  };
  const vehicles = next();
  const tracks = {
    vehicles, group: new Uint8Array(vehicles), classIndex: new Uint8Array(vehicles), length: new Float32Array(vehicles),
    keyStart: new Int32Array(vehicles + 1),
  };
  /* Every key takes at least two bytes. */
  const frames = new Uint16Array(bytes.length >> 1);
  const elements = new Int32Array(bytes.length >> 1);
  const positions = new Float32Array(bytes.length >> 1);
  let k = 0;
  for (let v = 0; v < vehicles; v++) {
    tracks.classIndex[v] = next();
    tracks.group[v] = groupOfClass(tracks.classIndex[v]);
    tracks.length[v] = next() / 10;
    let frame = 0, at1 = 0, steps = 0;
    for (let n = next(); n > 0; n--, k++) {
      const head = next();
      frame += head >> 1;
      if (head & 1) {
        at1 += signed();
        steps = next();
      } else {
        steps += signed();
      }
      frames[k] = frame;
      elements[k] = at1;
      positions[k] = steps * content.film.step;
    }
    tracks.keyStart[v + 1] = k;
  }
  return { ...tracks, frames: frames.slice(0, k), elements: elements.slice(0, k), positions: positions.slice(0, k) };
}

/* Where a position on a lane or connector lies: fills {x, y, dx, dy}. */
function locate(elementIndex, position, place) {
  const share = Math.min(1, position / (elementLengths[elementIndex] || 1));
  if (elementIndex < laneCountOfAll) {
    const at = 4 * elementIndex;
    interpolate(place, laneXy[at], laneXy[at + 1], laneXy[at + 2], laneXy[at + 3], share);
    return;
  }
  const c = elementIndex - laneCountOfAll;
  const along = share * (connectorPoints[c] - 1);
  const k = Math.min(connectorPoints[c] - 2, Math.floor(along));
  const at = 2 * (connectorStart[c] + k);
  interpolate(place, connectorXy[at], connectorXy[at + 1], connectorXy[at + 2], connectorXy[at + 3], along - k);
}

function interpolate(place, x1, y1, x2, y2, share) {
  place.x = (x1 + (x2 - x1) * share) / 100;
  place.y = (y1 + (y2 - y1) * share) / 100;
  const distance = Math.hypot(x2 - x1, y2 - y1) || 1;
  place.dx = (x2 - x1) / distance;
  place.dy = (y2 - y1) / distance;
}

class Film {
  constructor() {
    this.section = document.getElementById('film');
    this.tracks = readTracks();
    this.cursor = Int32Array.from(this.tracks.keyStart.subarray(0, this.tracks.vehicles));
    this.lastFrame = content.film.frames - 1;
    /* A still picture says little at second 0: open where the road has filled. */
    this.frame = Math.min(60, this.lastFrame);
    this.speed = 5;
    this.playing = false;
    this.followed = -1;
    this.here = { x: 0, y: 0, dx: 1, dy: 0 };
    this.there = { x: 0, y: 0, dx: 1, dy: 0 };
    this.view = new MapView(this.section.querySelector('.map'), (ctx, camera) => this.draw(ctx, camera));
    this.view.onTap = (point) => this.follow(point);
    this.view.onMove = () => { this.followed = -1; };
    this.controls();
    onRefresh(() => this.refresh());
  }

  controls() {
    this.slider = this.section.querySelector('input[type=range]');
    this.slider.max = this.lastFrame;
    this.slider.addEventListener('input', () => this.seek(Number(this.slider.value)));
    this.play = this.section.querySelector('.play');
    this.play.addEventListener('click', () => this.toggle());
    this.section.querySelector('.speeds').addEventListener('change', (e) => { this.speed = Number(e.target.value); });
    this.section.querySelector('.places').addEventListener('change', (e) => this.goTo(Number(e.target.value)));
    /* Nothing runs unseen. */
    new IntersectionObserver(([entry]) => { if (!entry.isIntersecting && this.playing) this.toggle(); }).observe(this.section);
  }

  refresh() {
    const speeds = this.section.querySelector('.speeds');
    speeds.replaceChildren(...FRAME_SPEEDS.map((s) => element('option', { value: s }, `${s}×`)));
    speeds.value = this.speed;
    this.fillPlaces();
    const { vehiclesSeen, vehiclesShown, start } = content.film;
    const key = vehiclesShown < vehiclesSeen ? 'film.someShown' : 'film.allShown';
    this.section.querySelector('.note').textContent =
      word(key, { shown: number(vehiclesShown), seen: number(vehiclesSeen), from: clock(start), to: clock(start + this.lastFrame) });
    const p = palette();
    const entries = CLASS_GROUPS.map((group, i) => [p.classes[i], word(`group.${group}`)]);
    entries.push([p.green, word('light.green')], [p.amber, word('light.amber')], [p.red, word('light.red')]);
    this.section.querySelector('.legend').replaceChildren(...entries.map(([color, text]) => {
      const box = element('i', {});
      box.style.background = color;
      return element('span', { class: 'swatch' }, box, text);
    }));
    this.showState();
    this.view.redraw();
  }

  /* The junctions with lights, by name: the places one wants to see. */
  fillPlaces() {
    const lit = new Set(content.film.lights.flatMap((l) => l.lanes.map((lane) => links[linkOfLane(lane)].to)));
    const names = [...lit].map((j) => [j, content.network.junctionNames[j]]).sort((a, b) => a[1].localeCompare(b[1], language));
    const select = this.section.querySelector('.places');
    const chosen = select.value;
    select.replaceChildren(element('option', { value: -1 }, word('film.wholeNetwork')),
      ...names.map(([j, name]) => element('option', { value: j }, name)));
    select.value = chosen || -1;
  }

  goTo(junction) {
    this.followed = -1;
    if (junction < 0) this.view.fit();
    else this.view.show(junctionXy[2 * junction] / 100, junctionXy[2 * junction + 1] / 100, 4);
  }

  toggle() {
    this.playing = !this.playing;
    if (this.playing) {
      if (this.frame >= this.lastFrame) this.frame = 0;
      this.before = performance.now();
      requestAnimationFrame((now) => this.tick(now));
    }
    this.showState();
  }

  tick(now) {
    if (!this.playing) return;
    this.frame = Math.min(this.lastFrame, this.frame + (Math.min(100, now - this.before) / 1000) * this.speed);
    this.before = now;
    if (this.frame >= this.lastFrame) this.playing = false;
    this.showState();
    this.view.redraw();
    requestAnimationFrame((next) => this.tick(next));
  }

  seek(frame) {
    this.frame = frame;
    this.showState();
    this.view.redraw();
  }

  showState() {
    const text = clock(content.film.start + Math.floor(this.frame), true);
    this.slider.value = this.frame;
    this.slider.setAttribute('aria-valuetext', text);
    this.section.querySelector('.when').textContent = text;
    this.play.textContent = this.playing ? '❚❚' : '▶';
    this.play.setAttribute('aria-label', word(this.playing ? 'film.pause' : 'film.play'));
    this.view.canvas.setAttribute('aria-label', `${word('film.title')}, ${text}. ${word('map.keys')}`);
  }

  /* The key at or before the present frame, or -1 while the vehicle is not on the road. */
  keyOf(v) {
    const { keyStart, frames } = this.tracks;
    const first = keyStart[v];
    const last = keyStart[v + 1] - 1;
    if (this.frame < frames[first] || this.frame > frames[last]) return -1;
    let k = this.cursor[v];
    if (frames[k] > this.frame) k = first;
    while (k < last && frames[k + 1] <= this.frame) k++;
    this.cursor[v] = k;
    return k;
  }

  /* Fills this.here with the front bumper's place; false while not on the road. */
  place(v) {
    const k = this.keyOf(v);
    if (k < 0) return false;
    const { frames, elements, positions, keyStart } = this.tracks;
    if (k === keyStart[v + 1] - 1) {
      locate(elements[k], positions[k], this.here);
      return true;
    }
    const share = (this.frame - frames[k]) / (frames[k + 1] - frames[k]);
    if (elements[k] === elements[k + 1]) {
      locate(elements[k], positions[k] + (positions[k + 1] - positions[k]) * share, this.here);
      return true;
    }
    locate(elements[k], positions[k], this.here);
    locate(elements[k + 1], positions[k + 1], this.there);
    for (const axis of ['x', 'y', 'dx', 'dy']) this.here[axis] += (this.there[axis] - this.here[axis]) * share;
    return true;
  }

  draw(ctx, camera) {
    if (this.followed >= 0) this.keepInView(camera);
    drawRoads(ctx, camera, () => palette()[camera.scale > 0.8 ? 'surface' : 'road']);
    this.drawLights(ctx, camera);
    this.drawVehicles(ctx, camera);
    if (!this.playing) drawStreetNames(ctx, camera);
    this.describeFollowed(ctx, camera);
  }

  drawVehicles(ctx, camera) {
    const p = palette();
    const base = ctx.getTransform();
    const width = Math.max(camera.scale < 0.25 ? 1.6 : 2.2, 1.9 * camera.scale);
    this.onRoad = 0;
    for (let v = 0; v < this.tracks.vehicles; v++) {
      if (!this.place(v)) continue;
      this.onRoad++;
      const { x, y, dx, dy } = this.here;
      if (!camera.sees(x, y)) continue;
      const length = Math.max(width, this.tracks.length[v] * camera.scale);
      const slim = this.tracks.group[v] === 3 ? 0.55 : this.tracks.length[v] > 6 ? 1.25 : 1;
      const norm = Math.hypot(dx, dy) || 1;
      ctx.setTransform(base.a * dx / norm, -base.a * dy / norm, base.a * dy / norm, base.a * dx / norm, base.a * camera.px(x), base.a * camera.py(y));
      ctx.fillStyle = p.classes[this.tracks.group[v]];
      ctx.fillRect(-length, -width * slim / 2, length, width * slim);
      if (camera.scale > 3) this.windscreen(ctx, camera, width * slim);
    }
    ctx.setTransform(base);
    this.section.querySelector('.on-road').textContent = word('film.onRoad', { n: number(this.onRoad) });
  }

  /* Close up one sees which way a vehicle faces. */
  windscreen(ctx, camera, width) {
    ctx.fillStyle = 'rgba(255,255,255,.55)';
    ctx.fillRect(-1.5 * camera.scale, -width * 0.38, 0.6 * camera.scale, width * 0.76);
  }

  /* Lights are bars across the stop line: full for red, half for green, so that colour is not alone. */
  drawLights(ctx, camera) {
    const p = palette();
    const colors = { GREEN: p.green, AMBER: p.amber, RED: p.red, RED_AMBER: p.amber, FLASHING_AMBER: p.amber };
    const now = content.film.start + this.frame;
    const half = content.network.laneWidth / 2;
    const seen = new Map();
    for (const light of content.film.lights) {
      let k = 0;
      while (k + 1 < light.times.length && light.times[k + 1] <= now) k++;
      const aspect = content.aspects[light.aspects[k]];
      for (const lane of light.lanes) {
        const x = laneXy[4 * lane + 2] / 100;
        const y = laneXy[4 * lane + 3] / 100;
        if (!camera.sees(x, y)) continue;
        const nth = seen.get(lane) || 0;
        seen.set(lane, nth + 1);
        const { dx, dy } = links[linkOfLane(lane)];
        if (camera.scale < 1.2) {
          if (lane === light.lanes[0] && camera.scale > 0.12) this.dot(ctx, camera, x, y, colors[aspect] || p.off);
          continue;
        }
        const reach = aspect === 'RED' ? half * 0.95 : aspect === 'GREEN' ? half * 0.5 : half * 0.75;
        const back = nth * 1.4;
        ctx.strokeStyle = colors[aspect] || p.off;
        ctx.lineWidth = Math.max(2, 0.9 * camera.scale);
        ctx.lineCap = 'butt';
        ctx.beginPath();
        ctx.moveTo(camera.px(x - dx * back - dy * reach), camera.py(y - dy * back + dx * reach));
        ctx.lineTo(camera.px(x - dx * back + dy * reach), camera.py(y - dy * back - dx * reach));
        ctx.stroke();
      }
    }
  }

  dot(ctx, camera, x, y, color) {
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.arc(camera.px(x), camera.py(y), camera.scale < 0.35 ? 1.7 : 2.6, 0, 2 * Math.PI);
    ctx.fill();
  }

  /* A tap on a vehicle follows it; elsewhere it lets go. */
  follow(point) {
    let best = -1;
    let least = 18;
    for (let v = 0; v < this.tracks.vehicles; v++) {
      if (!this.place(v)) continue;
      const off = Math.hypot(this.view.camera.px(this.here.x) - point.x, this.view.camera.py(this.here.y) - point.y);
      if (off < least) {
        least = off;
        best = v;
      }
    }
    this.followed = best;
    this.view.redraw();
  }

  keepInView(camera) {
    if (!this.place(this.followed)) {
      this.followed = -1;
      return;
    }
    camera.x = this.here.x;
    camera.y = this.here.y;
    if (this.playing && camera.scale < 1.5) camera.scale *= 1.02;
  }

  describeFollowed(ctx, camera) {
    const label = this.section.querySelector('.followed');
    label.hidden = this.followed < 0;
    if (this.followed < 0 || !this.place(this.followed)) return;
    ctx.strokeStyle = palette().accent;
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.arc(camera.px(this.here.x), camera.py(this.here.y), Math.max(11, 5 * camera.scale), 0, 2 * Math.PI);
    ctx.stroke();
    const { classIndex, length } = this.tracks;
    const name = word(`class.${content.classes[classIndex[this.followed]]}`);
    label.textContent = word('film.following', { what: name, length: number(length[this.followed], 1), speed: number(this.speedOf(this.followed) * 3.6) });
  }

  /* Distance over time between the keys around now, m/s. */
  speedOf(v) {
    const { frames, elements, positions, keyStart } = this.tracks;
    const k = this.keyOf(v);
    if (k < 0 || k === keyStart[v + 1] - 1) return 0;
    const seconds = frames[k + 1] - frames[k];
    if (elements[k] === elements[k + 1]) return (positions[k + 1] - positions[k]) / seconds;
    locate(elements[k], positions[k], this.here);
    locate(elements[k + 1], positions[k + 1], this.there);
    return Math.hypot(this.there.x - this.here.x, this.there.y - this.here.y) / seconds;
  }
}

/* Lanes are counted link after link. */
function linkOfLane(lane) {
  let low = 0;
  let high = links.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (links[middle].firstLane <= lane) low = middle;
    else high = middle - 1;
  }
  return low;
}
