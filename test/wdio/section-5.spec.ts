import { playSection } from './play-section.ts';

playSection('5');
