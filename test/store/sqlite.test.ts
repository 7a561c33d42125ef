import { storeContract } from './contract.ts';
import { openInFolder } from './open.ts';

storeContract('SQLite', () => openInFolder());
