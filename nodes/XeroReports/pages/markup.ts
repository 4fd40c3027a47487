// HTML in which every value is escaped: the only way to make it is the template `markup`.

const TEXT = Symbol('HTML that markup`…` made');

/** A text that is HTML already. No data can be one: its only key is a symbol of this file. */
export interface Html {
	readonly [TEXT]: string;
}

/** What may stand in a template: HTML as it is, anything else escaped, nothing for what is missing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters that no page may hold, and halves of a character. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text that shows as it is, between tags and between double quotes; what is no character shows as �. */
export const escaped = (text: string): string =>
	text.replace(NO_TEXT, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character]!);

const isHtml = (part: Part): part is Html => typeof part === 'object' && part !== null && TEXT in part;

function written(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (isHtml(part)) return part[TEXT];
	return typeof part === 'object' ? part.map(written).join('') : escaped(String(part));
}

/** A template of HTML: markup`<td>${value}</td>`. Attributes stand in double quotes. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
	[TEXT]: strings.map((text, index) => text + written(parts[index])).join(''),
});

/** The HTML as the text to be saved or sent. */
export const textOf = (one: Html): string => one[TEXT];

/** A value inside a sentence: marks that turn the direction of writing end with it. */
export const isolated = (text: string): Html => markup`<bdi>${text}</bdi>`;
