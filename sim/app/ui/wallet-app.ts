// The wallet's pages begin here.
