// The desk as it is seen: choices, a view, the sentences of a mark, an article.
// It shows answers and works out nothing: every number and all HTML come from Python, escaped.

function made(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...inside);
  return element;
}

function chooser(label, choices, value, choose) {
  const options = choices.map((one) =>
    made("option", { value: one.key, selected: String(one.key) === String(value) }, one.label),
  );
  const select = made("select", { onchange: () => choose(select.value) }, ...options);
  return made("label", {}, made("span", {}, label), select);
}

function saved(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  made("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = made("textarea", { "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

// A question without what belongs to other views.
function ofItsView({ feature, share, category, ...question }) {
  if (question.view === "rates") return { ...question, feature };
  if (question.view === "shares") return { ...question, share, category };
  return question;
}

class Desk {
  // `ask(question, tell)` gives the promise of an answer; `tell` is told how far it is.
  constructor(root, ask, { lang, say }) {
    Object.assign(this, { ask, say, question: {}, turn: 0 });
    const regions = ["controls", "status", "view", "sentences", "article"];
    for (const name of regions) this[name] = made("div", { class: name });
    this.status.setAttribute("role", "status");
    root.classList.add("framing-desk");
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    root.replaceChildren(...regions.map((name) => this[name]));
  }

  async start() {
    this.status.textContent = this.say.waiting;
    const choices = await this.answer({ want: "choices" });
    if (choices.kind !== "choices") return;
    this.choices = choices;
    await this.show(choices.first);
  }

  async answer(question) {
    const turn = ++this.turn;
    const tell = (said) => {
      if (turn === this.turn) this.status.textContent = said;
    };
    let answer;
    try {
      answer = await this.ask(question, tell);
    } catch {
      answer = { kind: "error", text: this.say.unanswered };
    }
    if (turn !== this.turn) return { kind: "late" };
    this.status.textContent = answer.kind === "error" ? answer.text : "";
    this.status.classList.toggle("error", answer.kind === "error");
    return answer;
  }

  // A view anew, by what was changed in the question.
  async show(change) {
    this.question = ofItsView({ ...this.question, ...change });
    this.drawControls();
    const answer = await this.answer(this.question);
    if (!["chart", "grid", "list"].includes(answer.kind)) return;
    this.sentences.replaceChildren();
    this.article.replaceChildren();
    const open = (key, button) => this.open({ mark: key, page: 1 }, button);
    const drawn = DRAWN[answer.kind](answer, open, this.say);
    this.view.replaceChildren(
      made("h2", {}, answer.title),
      drawn,
      made("p", { class: "note" }, answer.note),
      this.tools(answer, drawn),
    );
    if (drawn.fit) drawn.fit();
  }

  // The sentences of a mark, or its passages.
  async open(change, from) {
    const question = { ...this.question, want: "sentences", ...change };
    const answer = await this.answer(question);
    if (answer.kind === "sentences") this.drawSentences(question, answer, from);
    if (answer.kind === "passages") this.drawPassages(question, answer, from);
    if (change.mark) for (const one of this.view.querySelectorAll("[data-key]"))
      one.classList.toggle("open", one.dataset.key === change.mark);
  }

  async read(at, from) {
    const answer = await this.answer({ want: "article", at });
    if (answer.kind !== "article") return;
    const body = made("div");
    body.innerHTML = answer.html;
    for (const here of body.querySelectorAll("[data-here]"))
      if (!here.dataset.here.split(" ").includes(answer.at)) here.classList.remove("here");
    this.panel(this.article, this.say.article, from, body, this.tools(answer));
    const here = body.querySelector(".here");
    if (here) here.scrollIntoView({ block: "center" });
  }

  // A region filled: its heading takes the focus, closing gives it back.
  panel(region, title, from, ...inside) {
    const close = () => {
      region.replaceChildren();
      if (from && from.isConnected) from.focus();
    };
    const heading = made("h3", { tabindex: "-1" }, title);
    const shut = made("button", { type: "button", class: "close", onclick: close }, this.say.close);
    region.replaceChildren(made("div", { class: "head" }, heading, shut), ...inside);
    region.onkeydown = (event) => {
      if (event.key === "Escape") close();
    };
    heading.focus({ preventScroll: true });
    region.scrollIntoView({ block: "nearest" });
  }

  drawSentences(question, answer, from) {
    this.article.replaceChildren();
    const lines = made("div", { class: "scroll" });
    lines.innerHTML = answer.html;
    lines.addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-at]");
      if (row) this.read(row.dataset.at, row.querySelector("button"));
    });
    const again = (change) => this.open({ ...question, ...change }, from);
    const order = this.choices.fixed
      ? []
      : [
          chooser(this.say.sort, this.choices.orders, question.sort || "text", (sort) =>
            again({ sort, page: 1 }),
          ),
          chooser(
            this.say.sample,
            this.choices.samples.map((n) => ({ key: n, label: n ? String(n) : "–" })),
            question.sample || 0,
            (n) => again({ sample: Number(n), page: 1 }),
          ),
        ];
    const note = made("p", { class: "note" }, answer.note);
    const save = this.choices.fixed ? null : () => this.saveAll(question);
    this.panel(
      this.sentences,
      answer.title,
      from,
      made("div", { class: "controls" }, ...order),
      note,
      lines,
      this.pages(answer, again),
      this.tools(answer, null, save),
    );
  }

  async saveAll(question) {
    const answer = await this.answer({ ...question, save: true, page: 1 });
    if (answer.csv) saved(`${answer.file}.csv`, "text/csv", "\ufeff" + answer.csv);
  }

  drawPassages(question, answer, from) {
    this.article.replaceChildren();
    const pairs = answer.pairs.map((pair) => {
      const shown = made("div", { class: "pair" });
      shown.innerHTML = pair.html;
      const places = pair.places.map((place) => {
        const read = (event) => this.read(place.at, event.target);
        return made("button", { type: "button", onclick: read }, place.label);
      });
      shown.append(made("p", { class: "tools" }, ...places));
      return shown;
    });
    const again = (change) => this.open({ ...question, ...change }, from);
    this.panel(this.sentences, answer.title, from, ...pairs, this.pages(answer, again), this.tools(answer));
  }

  pages(answer, again) {
    if (answer.pages < 2) return "";
    const step = (by, label) => {
      const disabled = answer.page + by < 1 || answer.page + by > answer.pages;
      const turn = () => again({ page: answer.page + by });
      return made("button", { type: "button", disabled, onclick: turn }, label);
    };
    return made("p", { class: "tools" }, step(-1, this.say.previous), this.pageOf(answer), step(1, this.say.next));
  }

  pageOf({ page, pages }) {
    return made("span", {}, this.say.page_of.replace("{page}", page).replace("{pages}", pages));
  }

  // What may be taken along: the table, the figure, the code.
  tools(answer, drawn = null, save = null) {
    const buttons = [];
    const add = (label, press) => buttons.push(made("button", { type: "button", onclick: press }, label));
    if (answer.csv) add(this.say.save_table, () => saved(`${answer.file}.csv`, "text/csv", "\ufeff" + answer.csv));
    else if (save) add(this.say.save_table, save);
    if (drawn && drawn.picture)
      add(this.say.save_figure, () => saved(`${answer.file}.svg`, "image/svg+xml", drawn.picture()));
    const inside = [made("p", { class: "tools" }, ...buttons)];
    if (answer.table) {
      const table = made("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": this.say.table });
      table.innerHTML = answer.table;
      inside.push(made("details", {}, made("summary", {}, this.say.table), table));
    }
    if (answer.code) inside.push(this.code(answer.code));
    return made("div", {}, ...inside);
  }

  code(text) {
    const press = async (event) => {
      await copied(text);
      event.target.textContent = this.say.copied;
    };
    const copy = made("button", { type: "button", class: "copy", onclick: press }, this.say.copy);
    const code = made("pre", { dir: "ltr", tabindex: "0" }, text);
    return made("details", { class: "code" }, made("summary", {}, this.say.code), copy, code);
  }

  drawControls() {
    const { choices, say, question } = this;
    const active = document.activeElement?.closest?.("label")?.textContent;
    const voices = (known) => choices.voices.filter((one) => known.includes(one.key));
    const change = (name) => (value) => this.show({ [name]: value });
    const rows = [chooser(say.view, choices.views, question.view, (view) => this.show(this.firstOf(view)))];
    let spoken = choices.voices.map((one) => one.key);
    if (question.view === "rates") {
      const name = question.feature.split(".")[0];
      const lexicon = choices.lexicons.find((one) => one.key === name);
      const first = (key) => choices.lexicons.find((one) => one.key === key).features[0].key;
      rows.push(chooser(say.lexicon, choices.lexicons, name, (key) => this.show({ feature: first(key) })));
      rows.push(chooser(say.feature, lexicon.features, question.feature, change("feature")));
    }
    if (question.view === "shares") {
      const share = choices.shares.find((one) => one.key === question.share);
      rows.push(chooser(say.share, choices.shares, share.key, (key) => this.show(this.firstShare(key))));
      rows.push(chooser(say.category, share.classes, question.category, change("category")));
      spoken = share.voices;
    }
    if (question.view !== "swaps")
      rows.push(chooser(say.voice, voices(spoken), question.voice || spoken[0], change("voice")));
    const groups = [made("fieldset", {}, made("legend", {}, say.choose), ...rows)];
    if (choices.fixed) groups.push(made("p", { class: "note" }, choices.fixed));
    else groups.push(this.narrowing());
    this.controls.replaceChildren(made("p", { class: "about" }, choices.about), ...groups);
    for (const label of this.controls.querySelectorAll("label"))
      if (label.textContent === active) label.querySelector("select, input")?.focus();
  }

  firstOf(view) {
    if (view === "shares") return { view, ...this.firstShare(this.choices.shares[0].key) };
    if (view === "rates") return { view, feature: this.choices.first.feature, voice: "narrator" };
    return { view, voice: "all" };
  }

  firstShare(key) {
    const share = this.choices.shares.find((one) => one.key === key);
    return { share: key, category: share.classes[0].key, voice: share.voices[0] };
  }

  narrowing() {
    const { choices, say, question } = this;
    const rows = [];
    if (choices.outlets.length > 1) {
      const outlets = choices.outlets.map((one) => {
        const checked = (question.outlets || []).includes(one.key);
        const box = made("input", { type: "checkbox", value: one.key, checked });
        return made("label", { class: "outlet" }, box, made("bdi", {}, one.label));
      });
      const list = made("div", { class: "outlets", role: "group", "aria-label": say.outlets }, ...outlets);
      list.addEventListener("change", () => {
        const chosen = [...list.querySelectorAll("input:checked")].map((box) => box.value);
        this.show({ outlets: chosen });
      });
      const n = (question.outlets || []).length;
      const told = `${say.outlets}: ${n ? `${n}/${choices.outlets.length}` : say.every_outlet}`;
      const opened = this.controls.querySelector("details")?.open || false;
      rows.push(made("details", { open: opened }, made("summary", {}, told), list));
    }
    if (choices.days.length)
      for (const end of ["start", "end"]) {
        const [min, max] = choices.days;
        const day = made("input", { type: "date", min, max, value: question[end] || "" });
        day.addEventListener("change", () => this.show({ [end]: day.value }));
        rows.push(made("label", {}, made("span", {}, say[end]), day));
      }
    if (choices.events.length) {
      const every = [{ key: "", label: say.every_event }, ...choices.events];
      rows.push(chooser(say.event, every, question.event || "", (event) => this.show({ event })));
    }
    return made("fieldset", {}, made("legend", {}, say.narrow), ...rows);
  }
}
