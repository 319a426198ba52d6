global using Xunit;
global using Lapwing.Vocabulary;
