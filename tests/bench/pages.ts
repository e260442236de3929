export const benchPages = async (say: (text: string) => void, _fresh: (name: string) => string): Promise<void> => {
  say('')
}
