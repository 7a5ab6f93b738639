// The desk as a page: asked of the server that sent it, or of files beside it.

function overHttp(address) {
  return async (question, tell) => {
    const sent = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question) };
    const reader = (await fetch(address, sent)).body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = "";
    for (;;) {
      const { value, done } = await reader.read();
      waiting += value || "";
      const lines = waiting.split("\n");
      waiting = lines.pop();
      for (const line of lines.filter(Boolean)) {
        const said = JSON.parse(line);
        if (said.kind !== "progress") return said;
        tell(said.text);
      }
      if (done) throw new Error("no answer");
    }
  };
}

// A page opened from disk may fetch nothing, but run a script beside it, which hands over answers.
function fromFolder(places) {
  const handed = {};
  window.framingAnswers = (name, answers) => {
    handed[name] = answers;
  };
  const script = (name) =>
    new Promise((resolve, reject) => {
      const element = made("script", { src: `answers/${name}.js`, onload: resolve, onerror: reject });
      document.head.append(element);
    });
  return async (question) => {
    const name = nameOf(question, places);
    if (!(name in handed)) await script(name);
    const found = handed[name][keyOf(question)];
    return question.want === "article" ? { ...found, at: placeIn(question.at) } : found;
  };
}

// In which file an answer is, and under which key in it: as `framing.desk.written` writes them.
function nameOf(question, places) {
  if (question.want === "choices") return "choices";
  if (question.want === "article") return `article-${places.articles[docOf(question.at)]}`;
  const { view, feature = "", share = "", category = "" } = question;
  return `view-${places.views[JSON.stringify([view, feature, share, category])]}`;
}

function keyOf({ want = "chart", voice = "narrator", mark = "", page = 1 }) {
  if (want === "choices" || want === "article") return want;
  return JSON.stringify(want === "chart" ? [voice] : [voice, mark, page]);
}

const docOf = (at) => at.split(":").slice(1, -2).join(":");
const placeIn = (at) => at.split(":").slice(-2).join(":");

function openPage(root, { address, places, ...look }) {
  new Desk(root, address ? overHttp(address) : fromFolder(places), look).start();
}
