import type { RequestListener } from 'node:http';
import express from 'express';
import { installedApps, readHandset, updateHandsetApp, visitStore } from '#drivers/direct';
import { createAppStore } from '#mocks/app-store';
import type { RunningWorld } from '#sim/kernel';

/** The app stores' pages for the handsets of a world, which notes what a store decides. */
export function storeSite(world: RunningWorld): RequestListener {
  return express().use(
    createAppStore({
      handsetOf(id) {
        const { device, store } = readHandset(world, id);
        return { device, circumstances: store, installed: installedApps(world, id) };
      },
      async onOffer({ handset, app, wish, offer: { verdict, sentence, version } }) {
        const more = version === undefined ? {} : { version };
        if (wish === 'install') {
          await world.perform(visitStore, { handset, app, verdict, sentence: { ...sentence }, ...more });
        } else if (verdict === 'installed') await world.perform(updateHandsetApp, { handset, app, ...more });
      },
    }),
  );
}
