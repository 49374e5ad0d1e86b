import { phoneContract } from '#drivers/contract';
import { overAppium } from './over-appium.ts';

// No package of the old wallet is installed on emulated handsets yet.
overAppium((driver, createHandset) => phoneContract(driver, createHandset, { hasOldWallet: false }));
