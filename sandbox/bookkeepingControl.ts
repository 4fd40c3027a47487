import { type Bookkeeping, type ClaimPayment, UNLISTED_SOURCES, type UnlistedJournal, type UnlistedLine } from './bookkeeping';
import { amount, flag, type Json, known, objectOf, present, text } from './controlValues';

/** Registers one control call, under /sandbox. */
type On = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, work: (sent: Json, params: Json) => unknown) => void;

/** What a test in any language does in the books of an organisation. */
export function bookkeepingControls(on: On, books: () => Bookkeeping): void {
	on('POST', '/journals/:tenantId', (sent, { tenantId }) => books().postJournal(String(tenantId), journalOf(sent)));
	on('PUT', '/unkindness', (sent) => {
		const { unkindness } = books();
		const names = Object.keys(unkindness);
		const strange = Object.keys(sent).find((name) => !names.includes(name));
		if (strange !== undefined) throw new RangeError(`There is no unkindness ${strange}: ${names.join(', ')}`);
		return Object.assign(unkindness, present(sent, names, flag));
	});
	on('PUT', '/revaluation/:tenantId', ({ on: sent, ...others }, { tenantId }) => {
		known(others);
		books().setRevaluation(String(tenantId), flag({ on: sent }, 'on'));
	});
	on('GET', '/rates/:tenantId/:currency/:day', (_sent, { tenantId, currency, day }) => {
		const rate = books().rateOn(String(tenantId), String(currency), String(day));
		return { currency, day, rate };
	});
	on('PUT', '/constructionScheme/:tenantId', ({ contacts, ...sent }, { tenantId }) => {
		const { subcontractorRate: _rate, ...others } = sent;
		known(others);
		const rates = contacts === undefined ? undefined : objectOf('contacts', contacts);
		books().setConstructionScheme(String(tenantId), {
			...present(sent, ['subcontractorRate'], amount),
			...(rates === undefined ? {} : { contacts: present(rates, Object.keys(rates), amount) }),
		});
	});
	on('POST', '/expenseClaims/:tenantId/:expenseClaimID/pay', (sent, { tenantId, expenseClaimID }) =>
		books().payExpenseClaim(String(tenantId), String(expenseClaimID), claimPaymentOf(sent)),
	);
}

function journalOf(sent: Json): UnlistedJournal {
	const { sourceType, date: _date, reference: _reference, lines, showOnCashBasisReports: _show, ...others } = sent;
	known(others);
	if (!Array.isArray(lines)) throw new RangeError('lines is a list of lines');
	return {
		...{ date: text(sent, 'date'), lines: lines.map(lineOf) },
		...(sourceType === undefined ? {} : { sourceType: sourceOf(sourceType) }),
		...present(sent, ['reference'], text),
		...present(sent, ['showOnCashBasisReports'], flag),
	};
}

function sourceOf(sent: unknown): (typeof UNLISTED_SOURCES)[number] {
	const found = UNLISTED_SOURCES.find((one) => one === sent);
	if (found === undefined) throw new RangeError(`sourceType is one of ${UNLISTED_SOURCES.join(', ')}, or absent`);
	return found;
}

function lineOf(given: unknown): UnlistedLine {
	const sent = objectOf('A line', given);
	const { account: _account, net: _net, tax: _tax, taxType: _type, description: _text, tracking, ...others } = sent;
	known(others);
	const options = tracking === undefined ? undefined : objectOf('tracking', tracking);
	return {
		...{ account: text(sent, 'account'), net: amount(sent, 'net') },
		...present(sent, ['tax'], amount),
		...present(sent, ['taxType', 'description'], text),
		...(options === undefined ? {} : { tracking: present(options, Object.keys(options), text) }),
	};
}

function claimPaymentOf(sent: Json): ClaimPayment {
	const { account: _account, date: _date, amount: _amount, reference: _reference, ...others } = sent;
	known(others);
	return {
		...{ account: text(sent, 'account'), date: text(sent, 'date'), amount: amount(sent, 'amount') },
		...present(sent, ['reference'], text),
	};
}
