import { raw } from 'hono/html';

/**
 * One column for a phone at night: dark by preference, large targets, no fonts to fetch. Red is
 * danger, amber caution, green what has somebody; each pair of colours has at least 4.5:1.
 */
export const style = raw(`
:root,:host{color-scheme:light dark;--ink:#16181d;--faint:#555d69;--paper:#fff;--line:#d5d9e0;--soft:#f1f4f8;--blue:#0b57a4;--green:#0b6b3a;--red:#b3131a;--amber:#8a4b00}
@media (prefers-color-scheme:dark){:root,:host{--ink:#f1f3f6;--faint:#aab2bf;--paper:#101318;--line:#363e4a;--soft:#1b212a;--blue:#8cc0ff;--green:#5fd08f;--red:#ff8a8a;--amber:#ffbe6b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper)}
main{max-width:34rem;margin:0 auto;padding:.75rem 1rem 2.5rem;background:var(--paper);color:var(--ink);font:18px/1.45 system-ui,sans-serif}
header{display:flex;justify-content:space-between;align-items:center;gap:.5rem}
header p{margin:0;color:var(--faint)}header time{white-space:nowrap}
h1{margin:.4rem 0 .9rem;font-size:1.5rem;line-height:1.2}
h2{margin:1.75rem 0 .5rem;font-size:1.05rem}
a{color:var(--blue)}
.language{margin-left:auto;white-space:nowrap}
.language,.map{display:inline-flex;align-items:center;min-height:44px;font-size:.95rem}
.tier{margin-right:.35rem;padding:.15rem .6rem;border-radius:.4rem;color:#fff;background:#0b57a4}
.t1{background:#b3131a}.t2{background:#8a4b00}
.warning,.notice,.status{margin:0 0 .9rem;padding:.7rem .9rem;border-radius:.6rem;font-weight:700}
.danger{background:#b3131a;color:#fff;font-size:1.15rem}
.caution{background:#8a4b00;color:#fff}
.notice{border:2px solid var(--amber)}
.status{background:var(--soft);border-left:.4rem solid var(--faint);border-radius:0 .6rem .6rem 0}
.status.open{border-color:var(--red)}.status.yours,.status.taken{border-color:var(--green)}
.status small{display:block;margin-top:.2rem;font-size:.9rem;font-weight:400}
.actions{display:grid;gap:1.1rem;margin:1rem 0}
form{margin:0}
label{display:block;margin-bottom:.6rem;font-size:.95rem}
textarea,select{display:block;width:100%;min-height:44px;margin-top:.25rem;padding:.6rem;font:inherit;color:inherit;background:var(--soft);border:1px solid var(--faint);border-radius:.5rem}
button{width:100%;min-height:3.2rem;padding:.6rem 1rem;font:inherit;font-weight:700;border-radius:.6rem;border:2px solid transparent;cursor:pointer}
.take{min-height:5rem;background:#0b6b3a;color:#fff;font-size:1.45rem}
.strong{background:#0b57a4;color:#fff}
.plain{background:none;color:var(--blue);border-color:var(--blue)}
.quiet{background:none;color:var(--ink);border-color:var(--faint);font-weight:400}
dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1rem;margin:1rem 0}
dt{color:var(--faint)}dd{margin:0;font-weight:700;overflow-wrap:anywhere}.map{font-weight:400}
.guidance{padding:.1rem 1rem .75rem;background:var(--soft);border-radius:.6rem}
.guidance h2{margin-top:.75rem}.guidance ol{margin:0;padding-left:1.2rem}.guidance li{margin:.4rem 0}
.timeline,.numbers{list-style:none;margin:0;padding:0}
.timeline li{display:flex;gap:.7rem;padding:.4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.timeline time{flex:none;color:var(--faint);font-variant-numeric:tabular-nums}
.numbers a{display:flex;align-items:center;gap:.75rem;min-height:48px;padding:.35rem 0;border-bottom:1px solid var(--line);text-decoration:none;color:var(--ink)}
.numbers b{min-width:3rem;color:var(--blue);text-decoration:underline}
h3{margin:1rem 0 .4rem;font-size:1rem}
.verdict{margin:0 0 .9rem;padding:.7rem .9rem;border-radius:.6rem;font-weight:700;background:var(--soft)}
.verdict.may{border:2px solid var(--green)}.verdict.may-not{border:2px solid var(--amber)}
.verdict small,legend small,.small small{display:block;margin-top:.2rem;font-weight:400}
small{font-size:.9rem;color:var(--faint)}
figure{margin:.7rem 0}
blockquote{margin:0;padding:.6rem .9rem;border-left:.3rem solid var(--blue);background:var(--soft);white-space:pre-wrap;overflow-wrap:anywhere}
figcaption{margin-top:.2rem;font-size:.9rem;color:var(--faint)}
.asked{margin:0;color:var(--faint)}.chosen{margin:0;font-weight:700}
summary{display:flex;align-items:center;min-height:44px;color:var(--blue);cursor:pointer}
summary::before{content:'+';width:1.2rem;font-weight:700}[open]>summary::before{content:'–'}
.script{margin-top:1.75rem;padding:.1rem 1rem 1rem;background:var(--soft);border-radius:.6rem}
.script h2{margin-top:.75rem}.script textarea{background:var(--paper)}
.say{margin:0 0 1rem;padding-left:1.2rem}.say li{margin:.4rem 0}.say small{display:block}
fieldset{margin:0 0 .6rem;padding:0;border:0;min-width:0}
legend{padding:0;font-size:1.2rem;font-weight:700;line-height:1.3}legend span{display:block}
.option{display:flex;align-items:center;gap:.7rem;min-height:48px;margin:0;font-size:1rem}
.option input{flex:none;width:1.4rem;height:1.4rem;margin:0}
.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.6rem;margin-top:.7rem}
.ways button{min-height:48px}.ways form:last-child:nth-child(odd){grid-column:1/-1}
.consents ul,.referral ul{list-style:none;margin:0;padding:0}
.consents li,.referral li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.consents small,.referral small{display:block}
.referral .map{min-width:44px}.agreed{color:var(--green);font-weight:700}
.trail svg{display:block;width:100%;height:auto;background:var(--soft);border-radius:.6rem}
.trail polyline{fill:none;stroke:var(--blue);stroke-width:3;stroke-linejoin:round}
.trail .first{fill:var(--paper);stroke:var(--blue);stroke-width:2}.trail .newest{fill:var(--red);stroke:var(--paper);stroke-width:2}
.trail .about{fill:var(--red);opacity:.15}.trail .north{fill:var(--faint)}.trail .scale{stroke:var(--ink);stroke-width:3}
.trail text{fill:var(--ink);font-size:12px}
.small{font-size:.9rem;color:var(--faint)}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
`);
