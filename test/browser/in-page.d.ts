export function lowContrast(): string[];
export function smallTargets(): string[];
export function namelessControls(): string[];
export function sidewaysScroll(): number;
export function focused(): { name: string; text: string; seen: boolean };
export function breakOut(): Promise<{ ran: boolean; blocked: string[] }>;
export function paperColor(): string;
