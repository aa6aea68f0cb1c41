/** The demo calls the API as anybody does, with tokens of the local issuer. */
async function callerAs(sub, scope) {
  const response = await fetch('/_local/token', {
    method: 'POST',
    body: JSON.stringify({ sub, scope }),
  });
  const { access_token: token } = await response.json();
  return async (method, path, body) => {
    const answer = await fetch(path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { ok: answer.ok, body: await answer.json() };
  };
}

export const asRider = await callerAs('demo-rider', 'alerts:write');
export const asStaff = await callerAs('demo-supervisor', 'staff staff:admin');

export async function smsOfPhones() {
  const phones = await (await fetch('/_local/phones')).json();
  return new Map(phones.map(({ phone, messages }) => [phone, messages]));
}
