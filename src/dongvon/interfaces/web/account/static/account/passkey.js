// Passkeys and security keys: asks the browser for one and posts its answer with the form around the button.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const letters = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const described = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

function toMake(options) {
  const { publicKey } = options;
  const user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  return { publicKey: { ...publicKey, user, challenge: bytes(publicKey.challenge), excludeCredentials: described(publicKey.excludeCredentials) } };
}

function toShow(options) {
  const { publicKey } = options;
  return { publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: described(publicKey.allowCredentials) } };
}

function told(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = letters(credential.response[part]);
  }
  return {
    type: credential.type, id: credential.id, rawId: letters(credential.rawId), response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

const givenOptions = () => JSON.parse(document.getElementById("passkey-options").textContent);

async function askedOptions(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } });
  return answer.json();
}

const WAYS = {
  login: async (form) => navigator.credentials.get(toShow((await askedOptions(form)).request_options)),
  show: async () => navigator.credentials.get(toShow(givenOptions().request_options)),
  make: async (form) => {
    const options = toMake(givenOptions().creation_options);
    const wanted = form.elements.passwordless?.checked ? "required" : "discouraged";
    options.publicKey.authenticatorSelection = {
      ...options.publicKey.authenticatorSelection,
      residentKey: wanted, requireResidentKey: wanted === "required",
      userVerification: wanted === "required" ? "required" : "preferred",
    };
    return navigator.credentials.create(options);
  },
};

async function onPress(form) {
  const failed = form.querySelector("[data-passkey-failed]");
  if (failed) failed.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(told(await WAYS[form.dataset.passkey](form)));
    form.submit();
  } catch {
    if (failed) failed.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.querySelector("button").addEventListener("click", () => onPress(form));
}
