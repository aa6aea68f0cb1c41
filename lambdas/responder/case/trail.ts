import { html } from 'hono/html';
import { localTime } from '../../domain/sms.ts';
import { trailPicture } from '../../domain/trail-picture.ts';
import { place } from '../facts.ts';
import type { Markup } from '../page.ts';
import { texts } from '../texts.ts';
import type { Shown } from './case.ts';

/** Where the person was and is, drawn here: no position goes to anybody before it is asked for. */
export function trail({ opened, page, t, language }: Shown): Markup | string {
  const points = opened.trail;
  const [oldest, newest] = [points[0], points.at(-1)];
  const picture = trailPicture(points);
  if (oldest === undefined || newest === undefined || picture === undefined) return '';
  const { width, height, scale } = picture;
  const line = picture.points.map(({ x, y }) => `${x},${y}`).join(' ');
  const [start, end] = [picture.points[0]!, picture.points.at(-1)!];
  const time = (at: number) => localTime(at, page.timeZone);
  const metres = scale.metres >= 1_000 ? `${scale.metres / 1_000} km` : `${scale.metres} m`;
  return html`<section>
    <h2>${t.trail.title}</h2>
    <figure class="trail">
      <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${t.trail.picture}">
        ${
          picture.accuracy !== undefined &&
          html`<circle class="about" cx="${end.x}" cy="${end.y}" r="${picture.accuracy}" />`
        }
        <polyline points="${line}" />
        <circle class="first" cx="${start.x}" cy="${start.y}" r="4" />
        <circle class="newest" cx="${end.x}" cy="${end.y}" r="7" />
        <path d="M${width - 14} 8 l5 12 l-5 -3 l-5 3 z" class="north" />
        <path d="M12 ${height - 10} h${scale.length}" class="scale" />
        <text x="12" y="${height - 16}">${metres}</text>
      </svg>
      <figcaption>${t.trail.caption(time(oldest.at), time(newest.at), points.length)}</figcaption>
    </figure>
    <p>${time(newest.at)}: ${place(newest, texts[language])}</p>
  </section>`;
}
