/** Made-up names: any likeness to a real business or person is chance. E-mail addresses end in the reserved `.example`. */
export const PLACES = [
	'Alder', 'Bracken', 'Cinder', 'Driftwood', 'Ember', 'Fernleaf', 'Glasshouse', 'Hollow Tree', 'Inkwell', 'Juniper Bay',
	'Kestrel', 'Lantern', 'Mossy Creek', 'North Pier', 'Otter Point', 'Paper Lane', 'Quarry Road', 'Rimu Terrace', 'Saltmarsh', 'Tui Street',
];
export const TRADES = [
	'Bakery', 'Bicycles', 'Books', 'Carpentry', 'Ceramics', 'Coffee Roasters', 'Design Studio', 'Electrical', 'Florists', 'Freight',
	'Garden Supplies', 'Glazing', 'Joinery', 'Legal', 'Music School', 'Outfitters', 'Plumbing', 'Print Works', 'Surf Club', 'Veterinary Clinic',
];
export const FIRST_NAMES = ['Ada', 'Bram', 'Cleo', 'Dara', 'Edda', 'Fenn', 'Gwil', 'Hana', 'Ines', 'Jory', 'Kiri', 'Lior', 'Mika', 'Nell', 'Oren', 'Pia'];
export const LAST_NAMES = ['Ashgrove', 'Birchwell', 'Copperfeld', 'Dunmarsh', 'Elderhay', 'Foxglen', 'Greywater', 'Hartmoss', 'Ironbark', 'Larkhill', 'Mistral', 'Oakenfall'];
export const GOODS = [
	'Notebook', 'Desk Lamp', 'Water Bottle', 'Canvas Bag', 'Wall Clock', 'Enamel Mug', 'Wool Blanket', 'Door Mat', 'Picture Frame', 'Plant Pot',
];
export const VARIANTS = ['Small', 'Large', 'Blue'];
export const SERVICES = [
	'Consulting, hour', 'Workshop, half day', 'Workshop, full day', 'On-site support, hour', 'Remote support, hour', 'Delivery, local', 'Delivery, national',
	'Annual maintenance', 'Set-up fee', 'Design, hour',
];
export const REGIONS = ['Central', 'East', 'North', 'South', 'West'];
export const DEPARTMENTS = ['Online', 'Sales', 'Services', 'Workshop'];
