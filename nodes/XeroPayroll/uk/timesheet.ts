import { inWords } from '../builders/inputs';
import { timesheets } from '../builders/timesheets';

export const [timesheet, timesheetLine] = timesheets(inWords(['Draft', 'Approved', 'Completed']));
