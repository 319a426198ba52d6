return await Lapwing.CommandLine.Root.RunAsync(args);
