import { element } from './dom.js';

/** The page behind a link, in the phone that got the SMS: its own HTML and style, server-made. */
export class PageInPhone {
  #screen;
  #onAct;
  #host = element('div', { class: 'page', tabindex: '-1' });
  #back = element('button', { class: 'back', type: 'button', text: '‹ SMS' });
  #shadow = this.#host.attachShadow({ mode: 'open' });
  #url;

  constructor(screen, onAct) {
    this.#screen = screen;
    this.#onAct = onAct;
    this.#back.addEventListener('click', () => this.#close());
    this.#shadow.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit(event.target);
    });
    this.#shadow.addEventListener('click', (event) => {
      const language = event.target.closest('a[hreflang]');
      if (language === null) return;
      event.preventDefault();
      void this.open(language.href);
    });
  }

  async open(url) {
    this.#url = url;
    await this.#show(await fetch(url));
    if (this.#host.isConnected) return;
    this.#screen.append(this.#back, this.#host);
    this.#screen.classList.add('opened');
    this.#host.focus({ preventScroll: true });
  }

  reload() {
    const writing = this.#shadow.activeElement?.matches('textarea, select, input');
    if (this.#host.isConnected && !writing) void this.open(this.#url);
  }

  async #submit(form) {
    const body = new URLSearchParams(new FormData(form));
    await this.#show(await fetch(form.action, { method: 'POST', body }));
    this.#host.focus({ preventScroll: true });
    this.#host.scrollTop = 0;
    this.#onAct();
  }

  async #show(response) {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const main = page.querySelector('main');
    main.setAttribute('role', 'group');
    main.lang = page.documentElement.lang;
    this.#shadow.replaceChildren(page.querySelector('style'), main);
  }

  #close() {
    this.#back.remove();
    this.#host.remove();
    this.#screen.classList.remove('opened');
    this.#screen.querySelector('a')?.focus();
  }
}
