(() => {
  const stage = document.querySelector(".stage"), svg = stage.querySelector("svg");
  const bar = document.querySelector(".bar"), whole = svg.viewBox.baseVal;
  const home = [whole.x, whole.y, whole.width, whole.height];
  let view = [...home];
  const show = () => svg.setAttribute("viewBox", view.join(" "));
  const reset = () => { view = [...home]; show(); };
  // Points of the drawing for one pixel of the screen.
  const unit = () => Math.max(view[2] / svg.clientWidth, view[3] / svg.clientHeight);
  const move = (x, y) => { view[0] += x * unit(); view[1] += y * unit(); show(); };
  const zoom = (by, x = svg.clientWidth / 2, y = svg.clientHeight / 2) => {
    const size = Math.min(Math.max(view[2] * by, home[2] / 40), home[2] * 4) / view[2];
    const u = unit(), left = (svg.clientWidth - view[2] / u) / 2, top = (svg.clientHeight - view[3] / u) / 2;
    view[0] += (x - left) * u * (1 - size);
    view[1] += (y - top) * u * (1 - size);
    view[2] *= size;
    view[3] *= size;
    show();
  };

  const corners = (shape) => shape.getAttribute("points").trim().split(/\s+/).map((p) => p.split(",").map(Number));
  const extent = (shape) => {
    if (shape.tagName === "text") return [+shape.getAttribute("x"), +shape.getAttribute("y"), +shape.getAttribute("x"), +shape.getAttribute("y")];
    const p = corners(shape), xs = p.map((c) => c[0]), ys = p.map((c) => c[1]);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  const cards = [...svg.querySelectorAll("g.node")].map((node) => {
    const shapes = [...node.querySelectorAll("polygon,text")];
    const boxes = shapes.map(extent);
    const frame = boxes.reduce((a, b) => (b[3] - b[1] > a[3] - a[1] ? b : a), boxes[0]);
    const head = +(/fold-(\d+)/.exec(node.getAttribute("class")) || [])[1];
    const card = { node, frame, head, open: true, shift: 0, name: node.querySelector("title").textContent };
    if (!head) return card;
    card.sides = shapes.filter((s, n) => s.tagName === "polygon" && boxes[n][3] - boxes[n][1] >= frame[3] - frame[1] - 8);
    card.was = card.sides.map((s) => s.getAttribute("points"));
    shapes.forEach((s, n) => {
      if (!card.sides.includes(s)) s.classList.add(boxes[n][1] > frame[1] + head ? "body" : "head");
    });
    // A mark of its own, since the card may hold links: no control stands inside another.
    const first = boxes.find((b) => b[1] < frame[1] + 4 && b[3] - b[1] > 0 && b[3] < frame[3] - 8) || frame;
    card.mark = document.createElementNS("http://www.w3.org/2000/svg", "text");
    for (const [name, value] of Object.entries({ class: "head turn", x: frame[2] - 20, y: first[3] - 8, "font-size": 15, fill: node.querySelector("text").getAttribute("fill"), role: "button", tabindex: 0, "aria-label": card.name })) card.mark.setAttribute(name, value);
    node.append(card.mark);
    return card;
  });
  const edges = [...svg.querySelectorAll("g.edge")].map((edge) => {
    const ends = edge.querySelector("title").textContent.split(/: /)[0].split(/ [→–] /);
    return { edge, of: ends.map((name) => cards.find((card) => card.name === name)) };
  });
  const settle = () => {
    for (const card of cards) {
      // What is shut above in the same column makes room.
      const above = cards.filter((other) => other.head && !other.open && other.frame[1] < card.frame[1]
        && other.frame[0] < card.frame[2] && card.frame[0] < other.frame[2]);
      card.shift = above.reduce((sum, other) => sum + other.frame[3] - other.frame[1] - other.head, 0);
      card.node.setAttribute("transform", `translate(0 ${-card.shift})`);
      if (!card.head) continue;
      card.node.classList.toggle("shut", !card.open);
      card.mark.setAttribute("aria-expanded", String(card.open));
      card.mark.textContent = card.open ? "▾" : "▸";
      card.sides.forEach((side, n) => {
        const end = card.frame[1] + card.head + 2, middle = (card.frame[1] + card.frame[3]) / 2;
        side.setAttribute("points", card.open ? card.was[n] : card.was[n].split(/\s+/)
          .map((p) => p.split(",").map(Number)).map(([x, y]) => `${x},${y > middle ? end : y}`).join(" "));
      });
    }
    for (const { edge, of: [a, b] } of edges) {
      if (!a || !b) continue;
      const lower = a.frame[1] > b.frame[1] ? a : b, upper = lower === a ? b : a;
      const stacked = a.frame[0] < b.frame[2] && b.frame[0] < a.frame[2];
      const rise = upper.shift + (upper.open ? 0 : upper.frame[3] - upper.frame[1] - upper.head);
      const fits = stacked ? lower.shift === rise : a.shift === b.shift && a.open && b.open;
      edge.setAttribute("transform", `translate(0 ${-lower.shift})`);
      edge.style.visibility = fits ? "" : "hidden";
    }
  };
  const every = (open) => { cards.forEach((card) => { card.open = open; }); settle(); };
  const turn = (card) => { card.open = !card.open; settle(); };

  const actions = { larger: () => zoom(0.8), smaller: () => zoom(1.25), whole: reset, fold: () => every(false), unfold: () => every(true) };
  bar.addEventListener("click", (event) => actions[event.target.dataset.do]?.());
  stage.addEventListener("keydown", (event) => {
    const card = cards.find((one) => one.mark === event.target);
    const keys = { ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60), "+": actions.larger, "=": actions.larger, "-": actions.smaller, 0: reset };
    const run = card && (event.key === "Enter" || event.key === " ") ? () => turn(card) : keys[event.key];
    if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  });
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = svg.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.1 : 1 / 1.1, event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });

  const fingers = new Map();
  let dragged = 0, apart = 0;
  stage.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, event); dragged = 0; apart = 0; });
  addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, event);
    if (fingers.size === 2) {
      const [a, b] = [...fingers.values()], now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (apart) zoom(apart / now);
      apart = now;
      return;
    }
    dragged += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    if (dragged < 4) return;
    stage.classList.add("moving");
    move(before.clientX - event.clientX, before.clientY - event.clientY);
  });
  for (const over of ["pointerup", "pointercancel"]) addEventListener(over, (event) => { fingers.delete(event.pointerId); apart = 0; stage.classList.remove("moving"); });
  stage.addEventListener("click", (event) => {
    if (dragged >= 4) return event.preventDefault();
    if (event.target.closest("a[href]")) return;
    const card = event.target.classList.contains("head") && cards.find((one) => one.node.contains(event.target));
    if (card) turn(card);
  }, true);

  let printed;
  addEventListener("beforeprint", () => { printed = view; reset(); });
  addEventListener("afterprint", () => { view = printed || view; show(); });
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  stage.classList.add("live");
  bar.hidden = false;
  settle();
})();
