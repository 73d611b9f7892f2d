// Adds to pages that work without it: suggestions, the slider of days, finding in a chart, details.
(() => {
  "use strict";
  const make = (tag, fields = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), fields);
    made.append(...inside);
    return made;
  };

  // Suggestions while a question is typed: a combobox with a list, as the ARIA patterns have it.
  const suggest = (input) => {
    const list = make("ul", { className: "suggestions", id: "suggestions", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.label);
    input.parentElement.append(list);
    const say = (name, value) => input.setAttribute(`aria-${name}`, value);
    input.setAttribute("role", "combobox");
    say("autocomplete", "list");
    say("controls", "suggestions");
    say("expanded", "false");
    let at = -1, asked = "", last;
    const hide = () => { list.hidden = true; at = -1; say("expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const go = (item) => { if (item.dataset.href) location.assign(item.dataset.href); else { input.value = item.dataset.text; hide(); input.form.requestSubmit(); } };
    const choose = (to) => {
      const items = [...list.children];
      if (!items.length) return;
      at = (to + items.length) % items.length;
      items.forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
      say("activedescendant", items[at].id);
      items[at].scrollIntoView({ block: "nearest" });
    };
    const show = (found) => {
      list.replaceChildren(...found.map((one, n) => {
        const item = make("li", { id: `suggestion-${n}` }, make("span", { textContent: one.text, lang: one.lang }), make("small", { textContent: one.kind }));
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.dataset.text = one.text;
        if (one.href) item.dataset.href = one.href;
        return item;
      }));
      list.hidden = !found.length;
      at = -1;
      say("expanded", String(!!found.length));
    };
    input.addEventListener("input", () => {
      clearTimeout(last);
      last = setTimeout(async () => {
        asked = input.value.trim();
        if (!asked) return hide();
        const address = new URL(input.dataset.suggest, location.href);
        address.searchParams.set("q", asked);
        const words = asked, answer = await fetch(address).catch(() => null);
        if (answer?.ok && words === asked && document.activeElement === input) show(await answer.json());
      }, 120);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const keys = { ArrowDown: () => choose(at + 1), ArrowUp: () => choose(at < 0 ? -1 : at - 1), Escape: hide, Enter: at < 0 ? null : () => go(list.children[at]) };
      const run = keys[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => { const item = event.target.closest("li"); if (item) go(item); });
    input.addEventListener("blur", hide);
  };
  document.querySelectorAll("[data-suggest]").forEach(suggest);

  // The dates of the notices as a slider, beside their links.
  const track = document.querySelector(".track");
  const stops = track ? [...track.querySelectorAll("a")] : [];
  if (stops.length > 1) {
    const now = stops.findIndex((stop) => stop.hasAttribute("aria-current"));
    const range = make("input", { type: "range", min: 0, max: stops.length - 1, step: 1, value: Math.max(now, 0) });
    const shown = make("output", { textContent: stops[Math.max(now, 0)].textContent });
    const label = make("label", { className: "slider" }, track.dataset.slide, range, shown);
    const tell = () => { shown.textContent = stops[range.value].textContent; range.setAttribute("aria-valuetext", shown.textContent); };
    range.addEventListener("input", tell);
    range.addEventListener("change", () => location.assign(stops[range.value].href));
    tell();
    track.append(label);
  }

  // Finding names in the chart.
  const stage = document.querySelector(".stage"), filter = document.getElementById("filter");
  filter?.addEventListener("input", () => {
    const words = filter.value.trim(), texts = [...stage.querySelectorAll("svg text")];
    const hits = texts.filter((text) => words && text.textContent.includes(words));
    texts.forEach((text) => text.classList.toggle("hit", hits.includes(text)));
    const told = filter.closest(".bar").querySelector("output");
    told.textContent = words ? `${hits.length} ${told.dataset.found}` : "";
  });

  // Details of a name in the chart, without leaving it.
  const details = async (href) => {
    const answer = await fetch(href).catch(() => null);
    if (!answer?.ok) return location.assign(href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main"), title = main.querySelector("h1");
    main.querySelectorAll("[id]").forEach((part) => { part.id = `in-${part.id}`; });
    main.querySelectorAll("[aria-labelledby]").forEach((part) => part.setAttribute("aria-labelledby", `in-${part.getAttribute("aria-labelledby")}`));
    const sheet = make("div", { className: "sheet" }, ...main.childNodes);
    const close = make("button", { type: "button", className: "plain", textContent: stage.dataset.close });
    const tools = make("div", { className: "tools" }, make("a", { href: answer.url, textContent: stage.dataset.open }), close);
    const dialog = make("dialog", {}, tools, sheet);
    dialog.setAttribute("aria-label", `${stage.dataset.details} ${title?.textContent ?? ""}`);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
  stage?.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    details(link.getAttribute("href"));
  });

  // Absences dragged onto the week: over days of one leader; a press on a day away takes it back.
  const grid = document.querySelector("table[data-drag]");
  if (grid) {
    grid.classList.add("live");
    document.querySelector(".drag-hint").hidden = false;
    let row = null, first = 0, last = 0;
    const days = () => [...row.querySelectorAll("td")];
    const paint = () => days().forEach((day, n) => day.classList.toggle("picked", n >= Math.min(first, last) && n <= Math.max(first, last)));
    const place = (target) => { const cell = target?.closest?.("td[data-day]"); return cell && cell.parentElement === row ? days().indexOf(cell) : -1; };
    grid.addEventListener("pointerdown", (event) => {
      const cell = event.target.closest("td[data-day]");
      if (!cell || event.button || event.target.closest("a")) return;
      row = cell.parentElement;
      first = last = days().indexOf(cell);
      paint();
    });
    addEventListener("pointermove", (event) => {
      if (!row) return;
      const at = place(document.elementFromPoint(event.clientX, event.clientY));
      if (at >= 0 && at !== last) { last = at; paint(); }
    });
    addEventListener("pointercancel", () => { if (row) days().forEach((day) => day.classList.remove("picked")); row = null; });
    addEventListener("pointerup", () => {
      if (!row) return;
      const person = row.dataset.person, [from, to] = [Math.min(first, last), Math.max(first, last)].map((n) => days()[n].dataset.day);
      row = null;
      const address = new URL(location.href), kept = address.searchParams.getAll("away");
      const covers = (typed) => {
        const [who, span] = typed.split("@");
        if (who.split(":")[0] !== person) return false;
        if (!span) return true;
        const [start, end] = span.split("/").map((day) => day.slice(0, 10));
        return start <= from && from <= (end || start);
      };
      const rest = kept.filter((typed) => !(from === to && covers(typed)));
      if (rest.length === kept.length) rest.push(`${person}@${from}/${to}`);
      address.searchParams.set("week", grid.dataset.drag);
      address.searchParams.delete("away");
      rest.forEach((typed) => address.searchParams.append("away", typed));
      location.assign(address);
    });
  }

  // Notices handed in one at a time, what became of each told as it comes.
  const upload = document.querySelector("form[data-upload]");
  upload?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const input = upload.querySelector("input[type=file]"), files = [...input.files], bar = upload.querySelector("progress");
    const button = upload.querySelector("button"), list = upload.parentElement.querySelector(".uploaded");
    button.disabled = true;
    Object.assign(bar, { hidden: false, max: files.length, value: 0 });
    for (const file of files) {
      const line = make("li", {}, make("p", {}, make("strong", { textContent: file.name }), ` ${upload.dataset.upload}`));
      list.append(line);
      if (file.size > Number(upload.dataset.most)) {
        line.firstChild.lastChild.textContent = ` ${upload.dataset.large}`;
        bar.value += 1;
        continue;
      }
      const body = new FormData();
      body.append("files", file);
      const answer = await fetch(upload.action, { method: "POST", body, headers: { accept: "text/html" } }).catch(() => null);
      const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = page?.querySelector(".uploaded > li");
      if (told) line.replaceWith(document.adoptNode(told));
      else line.firstChild.lastChild.textContent = ` ${upload.dataset.failed} ${page?.querySelector("h1")?.textContent ?? ""}`;
      bar.value += 1;
    }
    button.disabled = false;
    input.value = "";
  });

  // A clause that the address names is opened where it stands.
  const place = location.hash && document.getElementById(location.hash.slice(1));
  const marked = place && (place.matches("details") ? place : place.nextElementSibling?.closest("details.fact"));
  if (marked) marked.open = true;
})();
