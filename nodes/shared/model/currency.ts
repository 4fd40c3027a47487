// How many decimals the amounts of a currency have (ISO 4217).

/** Decimals of the currencies that have another number of them than two: the minor units of ISO 4217. */
const DECIMALS: Readonly<Record<string, number>> = {
	BHD: 3,
	BIF: 0,
	CLF: 4,
	CLP: 0,
	DJF: 0,
	GNF: 0,
	IQD: 3,
	ISK: 0,
	JOD: 3,
	JPY: 0,
	KMF: 0,
	KRW: 0,
	KWD: 3,
	LYD: 3,
	OMR: 3,
	PYG: 0,
	RWF: 0,
	TND: 3,
	UGX: 0,
	UYI: 0,
	UYW: 4,
	VND: 0,
	VUV: 0,
	XAF: 0,
	XOF: 0,
	XPF: 0,
};

/** How many decimals amounts of a currency have; two where it is not known which it is. */
export const decimalsOf = (currency: unknown): number =>
	(typeof currency === 'string' ? DECIMALS[currency.trim().toUpperCase()] : undefined) ?? 2;
