import { createContext, useContext } from 'react'

const Nonce = createContext<string | undefined>(undefined)
export const NonceProvider = Nonce.Provider
/** The page's content-security nonce; undefined in the browser, which hides it from script. */
export const useNonce = (): string | undefined => useContext(Nonce)
