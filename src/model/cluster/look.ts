/** Ways of looking around after something has happened; each looks only where that can matter. */
/** What every node hears of every other. */
export const HEARING = 1;
export const DISKS = 2;
export const POLLS = 4;
export const STARTS = 8;
export const MOVES = 16;
export const RETRIES = 32;
export const MEMBERS = 64;
export const LEAVING = 128;
/** Which nodes are without any network: whatever changes links, or who runs, has it. */
export const LINKS = 256;
export const EVERYWHERE = 511;
/** What the node that it happened to hears. */
export const HEARS = 512;
/** What others hear of the node that it happened to. */
export const HEARD = 1_024;
const NEARBY = HEARS | HEARD;
/** The same as STARTS, where it happened to the disk that decides or votes. */
export const FORMS = 2_048;
/**
 * Only how clients are answered: an occurrence without POLLS or RETRIES needs it if a client may be
 * answered differently from then on. An invariant finds out what lacks it.
 */
export const CLIENTS = 4_096;
/** Whatever a poll or a retry may find different, a client may too. */
export const ANSWERS = CLIENTS | POLLS | RETRIES;
/** Everything but what all nodes hear. */
export const BUT_HEARING = EVERYWHERE - HEARING;
export const AROUND_NODE = BUT_HEARING | NEARBY;
export const CABLE = NEARBY | POLLS | STARTS | MOVES | RETRIES | LINKS;
export const CABLES = HEARING | POLLS | STARTS | MOVES | RETRIES | LINKS;
export const STORAGE = DISKS | STARTS | RETRIES;
