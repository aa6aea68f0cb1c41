import { html } from 'hono/html';
import { type Partner, partnersIn } from '../../domain/referral/partners.ts';
import { may } from '../../domain/script/consent.ts';
import type { Markup } from '../page.ts';
import { regionOf, type Shown } from './case.ts';

/** Whom to offer; a number to call for the person shows once they agreed to be referred. */
export function referral(shown: Shown): Markup | string {
  const { opened, page, t } = shown;
  const partners = partnersIn(regionOf(shown), page.alert.category);
  if (partners.length === 0) return '';
  const agreed = may(opened.file.intake.consents, 'referral');
  return html`<details class="referral" ${agreed ? 'open' : ''}>
    <summary><b>${t.referral.title}</b></summary>
    <p class="small">${t.referral.rule}${!agreed && html` (${t.referral.afterConsent})`}</p>
    <ul>
      ${partners.map((partner) => {
        const offers = partner.offers.map((one) => t.referral.offers[one]).join(', ');
        const hours = partner.hours === 'always' ? t.referral.always : t.referral.officeHours;
        return html`<li>
          <b lang="id">${partner.name}</b>
          <small
            >${offers};
            ${hours}${partner.for === 'women_and_children' && html`; ${t.referral.women}`}</small
          >
          ${agreed && ways(partner)}
        </li>`;
      })}
    </ul>
  </details>`;
}

function ways({ phone, whatsapp }: Partner): Markup {
  return html`${phone && html`<a class="map" href="tel:${phone}">${phone}</a>`}
  ${whatsapp && whatsapp !== phone && html`<span>WhatsApp ${whatsapp}</span>`}`;
}
