// The desk in a notebook: questions go to the kernel as messages, each with a number.

function throughKernel(model) {
  const waiting = new Map();
  let number = 0;
  model.on("msg:custom", ({ number, said }) => {
    const asked = waiting.get(number);
    if (!asked) return;
    if (said.kind === "progress") return asked.tell(said.text);
    waiting.delete(number);
    asked.resolve(said);
  });
  return (question, tell) =>
    new Promise((resolve) => {
      number += 1;
      waiting.set(number, { tell, resolve });
      model.send({ number, question });
    });
}

export default {
  render({ model, el }) {
    const root = made("div");
    el.append(root);
    new Desk(root, throughKernel(model), model.get("look")).start();
  },
};
