import { raw } from 'hono/html';

/** One column for a phone at night: dark by preference, large targets, no fonts to fetch. */
export const style = raw(`
:root{color-scheme:light dark;--ink:#16181d;--paper:#fff;--line:#d5d9e0;--soft:#f3f5f8;--red:#c4161c;--amber:#a45a00;--blue:#0b57a4}
@media (prefers-color-scheme:dark){:root{--ink:#f1f3f6;--paper:#101318;--line:#333a45;--soft:#1a1f27;--red:#ff6b6b;--amber:#ffb454;--blue:#7db7ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.5rem;margin:.25rem 0 1rem}h2{font-size:1.05rem;margin:1.75rem 0 .5rem}
.tier{display:inline-block;margin:0;padding:.1rem .7rem;border-radius:1rem;color:#fff;font-weight:700;background:#555}
.t1{background:#b3131a}.t2{background:#9a5300}.t3{background:#0b57a4}
.status{font-size:1.15rem;font-weight:600}
.warning,.notice{padding:.75rem 1rem;border:2px solid var(--red);border-radius:.6rem;font-weight:700}
.notice{border-color:var(--amber)}
.actions{display:grid;gap:.9rem;margin:1.25rem 0}
form{margin:0}label{display:block;font-size:.9rem;margin-bottom:.5rem}
textarea,select{display:block;width:100%;margin-top:.25rem;padding:.6rem;font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:.5rem}
button{width:100%;min-height:3.4rem;padding:.6rem 1rem;font:inherit;font-weight:700;border-radius:.6rem;border:2px solid transparent;cursor:pointer}
.primary{background:#b3131a;color:#fff}.secondary{background:var(--soft);color:var(--ink);border-color:var(--line)}.quiet{background:none;color:var(--ink);border-color:var(--line)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1rem;margin:1rem 0}dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}
.guidance{padding:.25rem 1rem .75rem;background:var(--soft);border-radius:.6rem}.guidance ol{margin:0;padding-left:1.2rem}.guidance h2{margin-top:.75rem}
.timeline,.numbers{list-style:none;margin:0;padding:0}.timeline li,.numbers li{padding:.35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
time{opacity:.7;margin-right:.4rem}a{color:var(--blue)}.numbers a{display:inline-block;min-width:3.5rem;font-weight:700}
.small{font-size:.9rem;opacity:.8}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
`);
