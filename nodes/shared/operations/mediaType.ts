// The media type of a file, as a header takes it.

/**
 * The media type of a file as it may stand in a header: what n8n was told of a file can be anything, and a line break in it
 * would break the call, or add a header to it. Parameters such as a charset are left out.
 */
export const mediaType = (said: string | undefined): string => {
	const type = String(said ?? '')
		.split(';')[0]!
		.trim();
	return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
};
