import type { Charter } from '../contract.ts'
import { pharmacy } from './pharmacy.ts'

/** The charters that a new house can begin with, by name. */
export const templates: Record<string, Charter> = { pharmacy }
