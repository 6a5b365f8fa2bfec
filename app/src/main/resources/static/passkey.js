// A passkey: the device is asked, and its answer is sent. Without JavaScript the page works with a password.
const json = async (url, token, body) => {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", ...(token && { "X-CSRF-TOKEN": token }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

const ask = async (box) => {
  const { question, answer, kind, token } = box.dataset;
  const put = await json(question, token);
  const credential =
    kind === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(put) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(put) });
  const shared = document.querySelector("input[name=shared]")?.checked ?? false;
  const done = await json(`${answer}?shared=${shared}`, token, credential.toJSON());
  location.assign(done.to);
};

for (const box of document.querySelectorAll("[data-passkey]")) {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  box.hidden = false;
  const said = box.querySelector("[data-passkey-said]");
  const button = box.querySelector("button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.textContent = said.dataset.working;
    try {
      await ask(box);
    } catch {
      said.textContent = said.dataset.failed;
      button.disabled = false;
    }
  });
}
