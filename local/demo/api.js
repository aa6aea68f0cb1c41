/** The demo calls the API as anybody does, with tokens of the local issuer. */
async function callerAs(sub, scope) {
  const renew = async () => {
    const response = await fetch('/_local/token', {
      method: 'POST',
      body: JSON.stringify({ sub, scope }),
    });
    return (await response.json()).access_token;
  };
  let token = await renew();
  /** Throws where nothing answers within `answersWithinMs`. */
  return async (method, path, body) => {
    const ask = () =>
      fetch(path, {
        method,
        headers: { authorization: `Bearer ${token}` },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(answersWithinMs),
      });
    let answer = await ask();
    if (answer.status === 401) {
      token = await renew();
      answer = await ask();
    }
    return { ok: answer.ok, body: await answer.json() };
  };
}

const answersWithinMs = 10_000;

export const asRider = await callerAs('demo-rider', 'alerts:write');
export const asStaff = await callerAs('demo-supervisor', 'staff staff:admin');

export async function smsOfPhones() {
  const phones = await (await fetch('/_local/phones')).json();
  return new Map(phones.map(({ phone, messages }) => [phone, messages]));
}

/** The policies as the project ships them, by tier. */
export async function shippedPolicies() {
  return (await fetch('/_local/demo/policies.json')).json();
}
