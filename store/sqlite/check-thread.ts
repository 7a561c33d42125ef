import { parentPort, workerData } from 'node:worker_threads';
import { findDamage } from './check.ts';

const { path, check } = workerData;
parentPort?.postMessage(findDamage(path, check));
