import { walletContract } from '#drivers/contract';
import { overAppium } from './over-appium.ts';

overAppium(walletContract);
